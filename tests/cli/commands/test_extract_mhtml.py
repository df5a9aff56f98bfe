"""Pages as browsers save them in one file: MHTML."""

from __future__ import annotations

import json
import quopri
from base64 import encodebytes
from pathlib import Path

from tests.cli.commands.calling import newscrawl

URL = "https://kabar.example/warga-panen-padi-lebih-awal-di-desa"
PAGE = f"""<html><head><meta property="og:type" content="article"><title>Warga Panen Awal</title></head><body>
<article><h1>Warga Panen Awal</h1>{
    "".join(
        f"<p>Warga desa ke-{n} memanen padi “lebih awal” karena hujan turun "
        "terus, kata kepala desa kepada wartawan di balai desa pada hari Rabu.</p>"
        for n in range(4)
    )
}</article></body></html>"""


def mhtml(
    page: bytes, encoding: str, charset: str = "", location: str = f"Content-Location: {URL}\r\n"
) -> bytes:
    return (
        (
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            '\ttype="text/html";\r\n\tboundary="--batas--"\r\n\r\n\r\n----batas--\r\n'
            f"Content-Type: text/html{charset}\r\nContent-Transfer-Encoding: {encoding}\r\n{location}\r\n"
        ).encode()
        + page.replace(b"\n", b"\r\n")
        + (
            b"\r\n----batas--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            b"Content-Location: https://kabar.example/a.png\r\n\r\nAAAA\r\n----batas----\r\n"
        )
    )


def record(folder: Path, name: str, *words: str) -> dict[str, object]:
    done = newscrawl(folder, "extract", name, *words)
    assert (done.returncode, done.stderr) == (0, "")
    read: dict[str, object] = json.loads(done.stdout)
    return read


def test_the_page_in_it_is_read_and_its_address_known(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    body = record(tmp_path, "a.html", "--url", URL)["body"]
    assert "ke-3 memanen padi “lebih awal” karena" in str(body)
    (tmp_path / "quoted.mhtml").write_bytes(mhtml(quopri.encodestring(PAGE.encode()), "quoted-printable"))
    (tmp_path / "wide.mht").write_bytes(
        mhtml(encodebytes(PAGE.encode("utf-16-le")), "base64", "; charset=utf-16le")
    )
    for name in ("quoted.mhtml", "wide.mht"):
        read = record(tmp_path, name)
        assert (read["url"], read["body"]) == (URL, body)


def test_in_a_folder_it_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.mhtml").write_bytes(mhtml(PAGE.encode(), "8bit"))
    done = newscrawl(tmp_path, "extract", "pages")
    assert (done.returncode, done.stderr) == (0, "1 page, 0 failures\n")
    assert json.loads(done.stdout)["url"] == URL


def test_one_without_a_page_or_an_address_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "kosong.mhtml").write_bytes(
        mhtml(b"AAAA", "base64").replace(b"text/html\r\n", b"image/gif\r\n")
    )
    done = newscrawl(tmp_path, "extract", "kosong.mhtml", "--url", URL)
    assert done.returncode == 1
    assert (
        done.stderr == "newscrawl extract: kosong.mhtml: it is a web archive (MHTML) without a page in it\n"
    )
    (tmp_path / "tanpa.mhtml").write_bytes(
        mhtml(PAGE.encode(), "8bit", location="Content-Location: cid:1\r\n")
    )
    nameless = newscrawl(tmp_path, "extract", "tanpa.mhtml")
    assert nameless.returncode == 2
    assert "say it with --url URL" in nameless.stderr


def test_a_page_that_speaks_of_such_files_is_a_page(tmp_path: Path) -> None:
    told = PAGE.replace("<article>", "<pre>\nContent-Type: multipart/related\n</pre><article>")
    (tmp_path / "a.html").write_text(told, encoding="utf-8")
    assert "ke-3 memanen" in str(record(tmp_path, "a.html", "--url", URL)["body"])
