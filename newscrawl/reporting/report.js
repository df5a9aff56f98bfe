"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const el = (id) => document.getElementById(id);
  const palette = ["#3b82c4", "#dd7a30", "#46a06c", "#a55fc0", "#c9a61a", "#cc5a54", "#3fa7b0", "#94806f", "#e07fab"];
  const rest = "#9aa3ad", mostPairs = 10, mostNewest = 40;
  for (const name of ["daily", "coverage", "delays", "failures"]) {
    data[name] = data[name].map(([site, day, ...more]) => [data.sites[site], data.days[day], ...more]);
  }

  // Plotly reads a few HTML tags in labels; here a label is text.
  const label = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const others = (number) => `${number} other site${number === 1 ? "" : "s"}`;
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

  const narrow = matchMedia("(max-width: 760px)");
  const dark = () => document.documentElement.dataset.theme === "dark";
  const layout = (more) => {
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue("--ink").trim(), line = style.getPropertyValue("--line").trim();
    const axis = { gridcolor: line, zerolinecolor: line, automargin: true, fixedrange: narrow.matches };
    const base = {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: ink, size: 12 },
      margin: { l: 45, r: 10, t: 10, b: 40 }, colorway: palette, dragmode: narrow.matches ? false : "zoom",
      legend: { orientation: "h", y: -0.15, traceorder: "normal" }, hoverlabel: { namelength: -1 },
    };
    return { ...base, ...more, xaxis: { ...axis, ...more.xaxis }, yaxis: { ...axis, ...more.yaxis } };
  };
  const draw = (id, traces, more = {}) => {
    const place = el(id);
    place.classList.toggle("nothing", !traces.length);
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

  // A date axis shows one day as milliseconds around it, and a week with hours between the days.
  const dayAxis = (days) => {
    const number = new Set(days).size;
    if (number < 2) return { type: "category" };
    return { type: "date", ...(number < 8 ? { dtick: 86400000, tickformat: "%d %b %Y" } : {}) };
  };
  const drawDaily = (chosen) => {
    const rows = data.daily.filter(([site, day]) => fits(site, day, chosen));
    const totals = [...groupBy(rows, (row) => row[0], (row) => row[2])].sort((a, b) => b[1] - a[1]);
    const named = totals.slice(0, palette.length).map(([site]) => site);
    const groups = new Map(named.map((site) => [site, new Map()]));
    for (const [site, day, count] of rows) {
      const name = groups.has(site) ? site : "";
      if (!groups.has(name)) groups.set(name, new Map());
      groups.get(name).set(day, (groups.get(name).get(day) || 0) + count);
    }
    draw("daily", [...groups].map(([name, days], place) => ({
      type: "bar", name: name ? label(name) : others(totals.length - named.length),
      marker: { color: name ? palette[place] : rest }, x: [...days.keys()], y: [...days.values()],
    })), { barmode: "stack", bargap: new Set(rows.map((row) => row[1])).size < 2 ? 0.8 : 0.15, showlegend: true, xaxis: dayAxis(rows.map((row) => row[1])), yaxis: { title: { text: "articles" } } });
  };
  const everyDay = (days) => {
    const found = [];
    for (const day = new Date(days[0]); found.at(-1) !== days.at(-1); day.setUTCDate(day.getUTCDate() + 1)) {
      found.push(day.toISOString().slice(0, 10));
    }
    return found;
  };
  const shades = () => [[0, dark() ? "#2a323a" : "#e9eef3"], [1, dark() ? "#7cc0ff" : "#1c5c9c"]];
  const drawCoverage = (chosen) => {
    const sums = new Map();
    for (const [site, day, ...numbers] of data.coverage) {
      if (!fits(site, day, chosen)) continue;
      const row = sums.get(day) || numbers.map(() => 0);
      sums.set(day, row.map((number, place) => number + numbers[place]));
    }
    const x = sums.size ? everyDay([...sums.keys()].sort()) : [];
    draw("coverage", x.length ? [{
      type: "heatmap", x, y: data.fields, colorscale: shades(), zmin: 0, zmax: 100, ygap: 3, xgap: x.length > (narrow.matches ? 20 : 45) ? 0 : 1,
      z: data.fields.map((_, place) => x.map((day) => sums.has(day) ? 100 * sums.get(day)[place + 1] / sums.get(day)[0] : null)),
      hovertemplate: `%{y}: %{z:.0f} %<br>${x.length > 1 ? "%{x|%d %b %Y}" : "%{x}"}<extra></extra>`, hoverongaps: false,
      colorbar: { thickness: 10, outlinewidth: 0, ticksuffix: " %", title: { text: "of the articles", side: "right" } },
    }] : [], { yaxis: { autorange: "reversed", showgrid: false }, xaxis: { ...dayAxis(x), showgrid: false } });
  };
  const drawDelays = (chosen) => {
    const rows = data.delays.filter(([site, day]) => fits(site, day, chosen)).map((row) => row.slice(2));
    const counts = data.delayNames.map((_, place) => sum(rows.map((row) => row[place])));
    const all = sum(counts);
    draw("delays", all ? [{
      type: "bar", x: data.delayNames, y: counts, marker: { color: palette[2] }, cliponaxis: false,
      text: counts.map((count) => `${Math.round(100 * count / all)} %`), textposition: "outside", constraintext: "none",
      hovertemplate: "%{x}: %{y:,} articles<extra></extra>",
    }] : [], { yaxis: { title: { text: "articles" } }, xaxis: { title: { text: "within" }, type: "category", tickangle: narrow.matches ? -60 : 0 } });
  };
  const bars = (id, pairs, color) => draw(id, pairs.length ? [{
    type: "bar", orientation: "h", x: pairs.map((pair) => pair[1]), y: pairs.map((pair) => label(pair[0])), marker: { color },
    texttemplate: "%{x:,}", textposition: "outside", cliponaxis: false, hovertemplate: "%{y}: %{x:,}<extra></extra>",
  }] : [], { yaxis: { autorange: "reversed", type: "category", ticksuffix: " " }, margin: { l: 45, r: 45, t: 10, b: 40 } });
  const drawFailures = (chosen) => {
    const rows = data.failures.filter(([site, day]) => fits(site, day, chosen));
    bars("failures", [...groupBy(rows, (row) => row[2], (row) => row[3])].sort((a, b) => b[1] - a[1]), palette[5]);
  };
  const drawSections = (chosen) => {
    const rows = data.sections.filter(([site]) => !chosen.site || site === chosen.site);
    const found = [...groupBy(rows, (row) => row[1], (row) => row[2])].sort((a, b) => b[1] - a[1]);
    bars("sections", found.slice(0, 15), palette[0]);
  };
  const copiesIn = ({ site, first }) => data.copies.filter(([from, to, day]) => (
    from !== to && day >= first && (!site || from === site || to === site)
  ));
  const drawCopies = (chosen) => {
    const rows = copiesIn(chosen), counts = groupBy(rows, (row) => JSON.stringify([row[0], row[1]]), (row) => row[3]);
    const largest = (place) => [...groupBy(rows, (row) => row[place], (row) => row[3])]
      .sort((a, b) => b[1] - a[1]).slice(0, narrow.matches ? 10 : 25).map((pair) => pair[0]);
    const origins = largest(0), copiers = largest(1);
    draw("copies", rows.length ? [{
      type: "heatmap", x: copiers.map(label), y: origins.map(label), xgap: 1, ygap: 1, colorscale: shades(), zmin: 0,
      z: origins.map((from) => copiers.map((to) => counts.get(JSON.stringify([from, to])) ?? null)),
      hovertemplate: "%{z} copies of %{y} at %{x}<extra></extra>", hoverongaps: false,
      showscale: false, ...(narrow.matches ? {} : { texttemplate: "%{z}" }),
    }] : [], {
      height: 150 + 20 * Math.max(origins.length, 5),
      xaxis: { title: { text: "copied by" }, type: "category", tickangle: copiers.length > 8 || narrow.matches ? -60 : 0, dtick: 1, showgrid: false },
      yaxis: { title: { text: "likely origin", standoff: 12 }, type: "category", dtick: 1, autorange: "reversed", showgrid: false },
    });
    const pairs = [...counts].map(([pair, count]) => [...JSON.parse(pair), String(count)]).sort((a, b) => b[2] - a[2]);
    fill("pairs", ["likely origin", "copied by", "copies"], pairs.slice(0, mostPairs));
  };

  const fill = (id, heads, rows, bad = () => false) => {
    const line = (name, cells) => {
      const made = document.createElement("tr");
      made.append(...cells.map((content, place) => {
        const cell = document.createElement(name);
        cell.append(content);
        cell.dataset.head = heads[place] ?? "";
        if (/^\d+$/.test(content)) cell.className = "number";
        return cell;
      }));
      return made;
    };
    const lines = rows.map((row) => {
      const made = line("td", row);
      if (bad(row)) made.className = "bad";
      return made;
    });
    // Below a plot the plot says that there is nothing.
    const none = el(id).closest("section").querySelector(".nothing") ? [] : [line("td", ["None."])];
    el(id).replaceChildren(...(lines.length ? [line("th", heads), ...lines] : none));
  };
  const clock = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Jakarta" });
  const when = (text) => text ? clock.format(new Date(text)) : "";
  const linked = (title, url) => {
    if (!/^https?:\/\//i.test(url)) return title;
    const made = document.createElement("a");
    made.href = url;
    made.rel = "noreferrer noopener";
    made.textContent = title || url;
    return made;
  };
  const fillTables = (chosen) => {
    const inTime = (place) => (row) => fits(row[0], (row[place] || "").slice(0, 10), chosen);
    const trouble = (row) => row[2] !== "fine";
    fill("alarms", ["site", "since", "last", "runs", "alarm"], data.alarms.filter(inTime(2)).map(
      ([site, since, last, runs, text]) => [site, when(since), when(last), String(runs), text]));
    const runs = data.runs.filter(([site]) => !chosen.site || site === chosen.site)
      .map(([site, time, state, note, ...numbers]) => [site, when(time), state, note, ...numbers.map(String)]);
    fill("runs", ["site", "begun", "state", "note", "new", "failed"], [...runs.filter(trouble), ...runs.filter((row) => !trouble(row))], trouble);
    fill("newest", ["site", "published", "title"], data.newest.filter(inTime(1)).slice(0, mostNewest).map(([site, time, title, url]) => [site, when(time), linked(title, url)]));
  };
  const fillTotals = (chosen) => {
    const daily = data.daily.filter(([site, day]) => fits(site, day, chosen));
    const tiles = [
      [sum(daily.map((row) => row[2])), "dated articles"],
      [new Set(daily.map((row) => row[0])).size, "sites"],
      [new Set(daily.map((row) => row[1])).size, "days with articles"],
      [sum(copiesIn(chosen).map((row) => row[3])), "copies between sites"],
      [sum(data.failures.filter(([site, day]) => fits(site, day, chosen)).map((row) => row[3])), "pages that failed"],
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

  const undated = data.undated
    ? ` ${data.undated.toLocaleString("en")} ${data.undated === 1 ? "article without a date is" : "articles without a date are"} not in the plots.`
    : "";
  const only = data.chosen ? ` Only: ${data.chosen}. Fields, failures and alarms are those of whole runs.` : "";
  el("made").textContent = `Made ${when(data.made)}. Times are those of Jakarta.${only}${undated}`;
  const sites = el("site");
  sites.append(new Option("all sites", ""), ...data.sites.map((site) => new Option(site, site)));
  for (const id of ["site", "span"]) el(id).addEventListener("change", show);
  el("theme").addEventListener("change", paint);
  for (const query of [system, narrow]) query.addEventListener("change", paint);
  el("filters").addEventListener("submit", (event) => event.preventDefault());
  paint();
  document.documentElement.dataset.ready = "yes";
})();
