"""A certificate that does not fit is said and counted, and fatal where that is asked for."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.crawling import Crawl, crawl
from tests.wire import Wire, answer, article, path


def signed_by_itself(folder: Path) -> Path:
    """A key and a certificate for localhost that no authority has signed, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(9), now + timedelta(9))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    certificate = made.sign(key, hashes.SHA256())
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "certificate.pem"
    file.write_bytes(certificate.public_bytes(Encoding.PEM) + secret)
    return file


def run(folder: Path, verify: str) -> Crawl:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed_by_itself(folder))
    with Wire({path(1): answer(article())}) as wire:
        wire._server.socket = context.wrap_socket(wire._server.socket, server_side=True)
        base = f"https://localhost:{wire.port}"
        listed = folder / "addresses.txt"
        listed.write_text(f"{base}{path(1)}\n", encoding="utf-8")
        settings = {"DOWNLOAD_VERIFY_CERTIFICATES": verify, "RETRY_TIMES": "0"}
        return crawl(
            "site", "", folder, arguments={"url": f"{base}/", "urls": str(listed)}, settings=settings
        )


def test_it_is_said_once_counted_and_read(tmp_path: Path) -> None:
    done = run(tmp_path, "0")
    assert len(done.records) == 1
    assert len(done.lines_about("certificate of localhost does not fit (signed by itself)")) == 1
    assert "unfit TLS   1 host" in done.printed


@pytest.mark.parametrize("verify", ["1", "True"])
def test_it_is_fatal_where_that_is_asked_for(verify: str, tmp_path: Path) -> None:
    done = run(tmp_path, verify)
    assert done.records == []
    assert "certificate 1" in done.failed()
