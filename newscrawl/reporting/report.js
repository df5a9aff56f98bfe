"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const el = (id) => document.getElementById(id);
  const palette = ["#2f6fb0", "#d2691e", "#3a8f5c", "#9a4fb5", "#c2a000", "#c0413b", "#3aa0a8", "#7d6b5d", "#e06fa0", "#6a7bd6"];
  const most = 9;

  // Plotly reads a few HTML tags in labels; here a label is text.
  const label = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  const choice = () => ({ site: el("site").value, first: firstDay(Number(el("span").value)) });
  const firstDay = (days) => {
    if (!days) return "";
    const day = new Date(data.made);
    day.setDate(day.getDate() - days);
    return day.toISOString().slice(0, 10);
  };
  const fits = (site, day, { site: wanted, first }) => (!wanted || site === wanted) && (day || "9") >= first;
  const groupBy = (rows, keyOf, numberOf) => {
    const found = new Map();
    for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) || 0) + numberOf(row));
    return found;
  };

  const dark = () => document.documentElement.dataset.theme === "dark";
  const layout = (more) => {
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue("--ink").trim(), line = style.getPropertyValue("--line").trim();
    const axis = { gridcolor: line, zerolinecolor: line, automargin: true };
    const base = {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: ink, size: 12 },
      margin: { l: 45, r: 10, t: 10, b: 40 }, colorway: palette, legend: { orientation: "h", y: -0.2 },
    };
    return { ...base, ...more, xaxis: { ...axis, ...more.xaxis }, yaxis: { ...axis, ...more.yaxis } };
  };
  const draw = (id, traces, more = {}) => {
    const place = el(id);
    if (!traces.length) {
      Plotly.purge(place);
      const none = document.createElement("p");
      none.className = "none";
      none.textContent = "Nothing to show for this choice.";
      place.replaceChildren(none);
      return;
    }
    if (!place.classList.contains("js-plotly-plot")) place.replaceChildren();
    Plotly.react(place, traces, layout(more), { responsive: true, displaylogo: false, displayModeBar: false });
  };

  const drawDaily = (chosen) => {
    const rows = data.daily.filter(([site, day]) => fits(site, day, chosen));
    const totals = [...groupBy(rows, (row) => row[0], (row) => row[2])].sort((a, b) => b[1] - a[1]);
    const named = new Set(totals.slice(0, most).map(([site]) => site));
    const groups = new Map();
    for (const [site, day, count] of rows) {
      const name = named.has(site) ? site : "other sites";
      if (!groups.has(name)) groups.set(name, new Map());
      groups.get(name).set(day, (groups.get(name).get(day) || 0) + count);
    }
    draw("daily", [...groups].map(([name, days]) => (
      { type: "bar", name: label(name), x: [...days.keys()], y: [...days.values()] }
    )), { barmode: "stack", xaxis: { type: "date" } });
  };
  const drawCoverage = (chosen) => {
    const days = new Map();
    for (const [site, day, ...numbers] of data.coverage) {
      if (!fits(site, day, chosen)) continue;
      const row = days.get(day) || numbers.map(() => 0);
      days.set(day, row.map((number, place) => number + numbers[place]));
    }
    const x = [...days.keys()].sort();
    draw("coverage", x.length ? data.fields.map((name, place) => ({
      type: "scatter", mode: "lines+markers", name, x, y: x.map((day) => 100 * days.get(day)[place + 1] / days.get(day)[0]),
    })) : [], { yaxis: { range: [-3, 103], ticksuffix: " %" }, xaxis: { type: "date" } });
  };
  const drawDelays = (chosen) => {
    const rows = data.delays.filter(([site, day]) => fits(site, day, chosen));
    const found = groupBy(rows, (row) => row[2], (row) => row[3]);
    draw("delays", found.size ? [{
      type: "bar", x: data.delayNames, y: data.delayNames.map((_, place) => found.get(place) || 0),
      marker: { color: palette[2] },
    }] : [], { yaxis: { title: { text: "articles" } } });
  };
  const bars = (id, pairs, color) => draw(id, pairs.length ? [{
    type: "bar", orientation: "h", x: pairs.map((pair) => pair[1]), y: pairs.map((pair) => label(pair[0])), marker: { color },
  }] : [], { yaxis: { autorange: "reversed", type: "category" } });
  const drawFailures = (chosen) => {
    const rows = data.failures.filter(([site, day]) => fits(site, day, chosen));
    bars("failures", [...groupBy(rows, (row) => row[2], (row) => row[3])].sort((a, b) => b[1] - a[1]), palette[5]);
  };
  const drawSections = (chosen) => {
    const rows = data.sections.filter(([site]) => !chosen.site || site === chosen.site);
    const found = [...groupBy(rows, (row) => row[1], (row) => row[2])].sort((a, b) => b[1] - a[1]);
    bars("sections", found.slice(0, 15), palette[0]);
  };
  const drawCopies = ({ site, first }) => {
    const rows = data.copies.filter(([from, to, day]) => day >= first && (!site || from === site || to === site));
    const sizes = new Map();
    for (const [from, to, , count] of rows) for (const name of [from, to]) sizes.set(name, (sizes.get(name) || 0) + count);
    const names = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 30).map((pair) => pair[0]).sort();
    const counts = groupBy(rows, (row) => JSON.stringify([row[0], row[1]]), (row) => row[3]);
    draw("copies", names.length ? [{
      type: "heatmap", x: names.map(label), y: names.map(label), xgap: 1, ygap: 1,
      z: names.map((from) => names.map((to) => counts.get(JSON.stringify([from, to])) ?? null)),
      colorscale: [[0, dark() ? "#21435f" : "#cfe1f3"], [1, dark() ? "#8cc8ff" : "#0b3d6e"]],
      hovertemplate: "%{z} copies of %{y} at %{x}<extra></extra>",
    }] : [], {
      xaxis: { title: { text: "copied by" }, type: "category" },
      yaxis: { title: { text: "likely origin", standoff: 12 }, type: "category" },
    });
  };

  const fill = (id, heads, rows, bad = () => false) => {
    const cell = (name, content) => {
      const made = document.createElement(name);
      made.append(content);
      return made;
    };
    const line = (name, cells) => {
      const made = document.createElement("tr");
      made.append(...cells.map((content) => cell(name, content)));
      return made;
    };
    const lines = rows.map((row) => {
      const made = line("td", row);
      if (bad(row)) made.cells[2].className = "bad";
      return made;
    });
    el(id).replaceChildren(...(lines.length ? [line("th", heads), ...lines] : [line("td", ["None."])]));
  };
  const when = (text) => (text || "").slice(0, 16).replace("T", " ");
  const linked = (title, url) => {
    if (!/^https?:\/\//i.test(url)) return title;
    const made = document.createElement("a");
    made.href = url;
    made.rel = "noreferrer noopener";
    made.textContent = title || url;
    return made;
  };
  const fillTables = (chosen) => {
    const inTime = ([site, time]) => fits(site, (time || "").slice(0, 10), chosen);
    fill("alarms", ["site", "time (UTC)", "alarm"], data.alarms.filter(inTime).map(([site, time, text]) => [site, when(time), text]));
    fill("runs", ["site", "begun (UTC)", "state", "note", "new", "failed"],
      data.runs.filter(([site]) => !chosen.site || site === chosen.site).map(([site, time, ...rest]) => [site, when(time), ...rest.map(String)]),
      (row) => row[2] !== "fine");
    fill("newest", ["site", "published (UTC)", "title"], data.newest.filter(inTime).map(([site, time, title, url]) => [site, when(time), linked(title, url)]));
  };
  const fillTotals = (chosen) => {
    const daily = data.daily.filter(([site, day]) => fits(site, day, chosen));
    const copies = data.copies.filter(([, to, day]) => fits(to, day, chosen));
    const tiles = [
      [sum(daily.map((row) => row[2])), "dated articles"],
      [new Set(daily.map((row) => row[0])).size, "sites"],
      [new Set(daily.map((row) => row[1])).size, "days with articles"],
      [sum(copies.map((row) => row[3])), "copies"],
      [sum(data.failures.filter(([site, day]) => fits(site, day, chosen)).map((row) => row[3])), "failures"],
    ];
    el("totals").replaceChildren(...tiles.map(([number, name]) => {
      const tile = document.createElement("div"), value = document.createElement("b"), text = document.createElement("span");
      tile.className = "tile";
      value.textContent = number.toLocaleString("en");
      text.textContent = name;
      tile.append(value, text);
      return tile;
    }));
  };

  const show = () => {
    const chosen = choice();
    for (const part of [fillTotals, drawDaily, drawCoverage, drawDelays, drawFailures, drawSections, drawCopies, fillTables]) part(chosen);
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const asked = el("theme").value;
    document.documentElement.dataset.theme = asked === "auto" ? (system.matches ? "dark" : "light") : asked;
    show();
  };

  el("made").textContent = `Made ${when(data.made)} UTC. ${data.undated} articles without a date are not in the plots by day.`;
  const sites = el("site");
  sites.append(new Option("all sites", ""), ...data.sites.map((site) => new Option(site, site)));
  for (const id of ["site", "span"]) el(id).addEventListener("change", show);
  el("theme").addEventListener("change", paint);
  system.addEventListener("change", paint);
  el("filters").addEventListener("submit", (event) => event.preventDefault());
  paint();
  document.documentElement.dataset.ready = "yes";
})();
