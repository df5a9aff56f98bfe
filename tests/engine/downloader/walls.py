"""What bot walls answer instead of a page: invented pages with the marks that each service documents.

Each is a status, headers, and a page that holds what is known of the service's own: its scripts, its names of
boxes, its wording. No page is a copy; what a mark of one service is does not occur in another's.
"""

# ruff: noqa: E501 - markup stands as a wall sends it
from __future__ import annotations

from typing import NamedTuple


class Wall(NamedTuple):
    """An answer of a bot wall."""

    status: int
    html: str
    headers: dict[str, str] = {}


def _page(title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


WALLS: dict[str, Wall] = {
    "cloudflare-managed": Wall(
        403,
        _page(
            "Just a moment...",
            '<div class="main-wrapper"><noscript>Enable JavaScript and cookies to continue</noscript></div>'
            "<script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};var a=document.createElement("
            "'script');a.src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8a';})();</script>",
        ),
        {"cf-mitigated": "challenge", "Server": "cloudflare"},
    ),
    "cloudflare-without-header": Wall(
        200,
        _page(
            "Just a moment...",
            "<h1>kabar.example</h1><p>Performing security verification</p>"
            "<script>window._cf_chl_opt={cType:'non-interactive'};</script>",
        ),
    ),
    "cloudflare-turnstile-own-page": Wall(
        200,
        _page(
            "Satu langkah lagi",
            '<form method="post"><div class="cf-turnstile" data-sitekey="0x4AAA"></div></form>'
            '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
        ),
    ),
    "cloudflare-iuam": Wall(
        503,
        _page(
            "Please Wait... | Cloudflare",
            '<div class="cf-browser-verification cf-im-under-attack"><h1>Checking your browser before accessing'
            " kabar.example.</h1><p>DDoS protection by Cloudflare</p></div>",
        ),
    ),
    "cloudflare-block": Wall(
        403,
        _page(
            "Attention Required! | Cloudflare",
            "<h1>Sorry, you have been blocked</h1><p>You are unable to access kabar.example</p>",
        ),
    ),
    "imunify360": Wall(
        200,
        _page(
            "One moment, please...",
            "<h1>Please wait while your request is being verified...</h1>"
            "<form id='wsidchk-form' action='/z0f76a1d14fd21a8fb5fd0d03e0fdc3d3cedae52f' method='GET'>"
            "<input type='hidden' id='wsidchk' name='wsidchk'/></form>",
        ),
    ),
    "imunify360-captcha": Wall(
        415,
        _page(
            "Captcha",
            "<p>We have noticed an unusual activity from your IP and blocked access to this website.</p>"
            "<footer>Powered by Imunify360</footer>",
        ),
    ),
    "ddos-guard": Wall(
        403,
        _page(
            "DDoS-Guard",
            '<h1>Checking your browser before accessing</h1><script src="/.well-known/ddos-guard/js-challenge/'
            'index.js"></script><script src="https://check.ddos-guard.net/check.js"></script>',
        ),
        {"Server": "ddos-guard"},
    ),
    "anubis": Wall(
        200,
        _page(
            "Making sure you&#39;re not a bot!",
            '<script id="anubis_version" type="application/json">"v1.21"</script>'
            '<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script>'
            '<img src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p>Protected by Anubis</p>',
        ),
    ),
    "vercel": Wall(
        429,
        _page("Vercel Security Checkpoint", "<p>We're verifying your browser</p>"),
        {"x-vercel-mitigated": "challenge"},
    ),
    "perimeterx": Wall(
        403,
        _page(
            "Access to this page has been denied",
            '<div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human</p>'
            "<script>window._pxAppId='PXabc';</script>"
            '<script src="https://captcha.px-cdn.net/PXabc/captcha.js"></script>',
        ),
    ),
    "akamai-challenge": Wall(
        200,
        _page(
            "&nbsp;",
            '<div id="sec-if-cpt-container" class="behavioral-content"></div>'
            '<script src="/_sec/cp_challenge/sec-cpt-4-5.js"></script>',
        ),
    ),
    "akamai-interstitial": Wall(
        200,
        '<html><head><meta http-equiv="refresh" content="5; URL=\'/news?bm-verify=AAQAAAAN\'"/></head><body>'
        "<script>var i=1700;var j=i+Number('46'+'5');fetch('/_sec/verify?provider=interstitial');</script></body></html>",
    ),
    "akamai-denied": Wall(
        403,
        "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to"
        ' access "http&#58;&#47;&#47;kabar.example&#47;" on this server.<P>Reference #18.5e&#46;17'
        "<P>https&#58;&#47;&#47;errors.edgesuite.net&#47;18.5e</BODY></HTML>",
    ),
    "wordfence": Wall(
        503,
        _page(
            "Your access to this site has been limited by the site owner",
            "<h1>Your access to this site has been limited by the site owner</h1>"
            "<p>Generated by Wordfence at Mon, 3 Aug 2026 2:00:00 GMT.</p>",
        ),
    ),
    "geetest": Wall(
        200,
        _page(
            "Verifikasi Keamanan",
            '<div id="captcha-box"></div><script src="https://static.geetest.com/v4/gt4.js"></script>'
            "<script>initGeetest4({captchaId:'abc'},function(c){c.appendTo('#captcha-box')})</script>",
        ),
    ),
    "sucuri-block": Wall(
        403,
        _page(
            "Sucuri WebSite Firewall - Access Denied",
            "<h1>Access Denied - Sucuri Website Firewall</h1><p>Block ID: BNP005</p>",
        ),
        {"X-Sucuri-Block": "BNP005"},
    ),
    "sucuri-script": Wall(
        307,
        "<html><title>You are being redirected...</title><noscript>Javascript is required. Please enable"
        " javascript before you are allowed to see this page.</noscript><script>var s={},u;S='cz1';"
        "document.cookie='sucuri_cloudproxy_uuid_1=2;path=/';location.reload();</script></html>",
    ),
    "incapsula": Wall(
        200,
        '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body>'
        '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=5-1&incident_id=1-2">Request'
        " unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>",
    ),
    "imperva-pardon": Wall(
        200,
        _page(
            "Pardon Our Interruption",
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think"
            " you were a bot. There are a few reasons this might happen.</p>",
        ),
    ),
    "datadome": Wall(
        403,
        "<html><head><title>kabar.example</title></head><body><p id='cmsg'>Please enable JS and disable any ad"
        " blocker</p><script>var dd={'rt':'c','cid':'AHr','host':'geo.captcha-delivery.com'}</script>"
        '<script src="https://ct.captcha-delivery.com/c.js"></script></body></html>',
    ),
    "aws-waf-challenge": Wall(
        202,
        "<html><head><title></title><script>window.awsWafCookieDomainList=[];window.gokuProps={'key':'AQID'};"
        "</script><script src='https://x.token.awswaf.com/x/challenge.js'></script></head><body>"
        '<div id="challenge-container"></div></body></html>',
        {"x-amzn-waf-action": "challenge"},
    ),
    "aws-waf-captcha": Wall(
        405,
        _page("Human Verification", '<div id="captcha-container"></div><script>window.gokuProps={}</script>'),
    ),
    "bunny-shield": Wall(
        403,
        _page(
            "Establishing a secure connection ...",
            '<h1>Establishing a secure connection ...</h1><script src="/.bunny-shield/assets/challenge.js">'
            '</script><div id="pow" data-pow="abc"></div>',
        ),
        {"Server": "BunnyCDN"},
    ),
    "stackpath": Wall(
        200,
        _page(
            "Site verification",
            "<p>Checking if the site connection is secure</p>"
            '<form id="sp_captcha" action="/sbbi/?sbbpg=sbbShell" method="post"></form>'
            "<script>var sbbvscc='x';var sbbgscc='y';</script>",
        ),
    ),
    "reblaze": Wall(
        247,
        '<html><head><meta charset="utf-8"></head><body onload="challenge();"><script>eval(function(p){});'
        "window.rbzns={bereshit:'1',seed:'x'};winsocks();</script></body></html>",
    ),
    "kasada": Wall(
        429,
        "<html><head></head><body><script>window.KPSDK={};KPSDK.now=function(){return Date.now()};</script>"
        '<script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39/ips.js?x=1"></script></body></html>',
    ),
    "f5-challenge": Wall(
        200,
        '<html><head><meta http-equiv="Pragma" content="no-cache"/><script type="text/javascript">'
        'window["bobcmn"]="101110101010102";window["failureConfig"]="524f";</script>'
        '<script src="/TSPD/08e85?type=9"></script><noscript>Please enable JavaScript to view the page content.'
        "<br/>Your support ID is: 123</noscript></head><body></body></html>",
    ),
    "f5-rejected": Wall(
        200,
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult"
        " with your administrator.<br><br>Your support ID is: 1766<br><br></body></html>",
    ),
    "barracuda": Wall(
        403,
        _page(
            "Kabar",
            "<p>The specified URL cannot be found. Please verify that you are human.</p>"
            "<script>var barra_counter_session='x';document.cookie='BNI__BARRACUDA_LB_COOKIE=1';</script>",
        ),
    ),
    "hcaptcha": Wall(
        200,
        _page(
            "Konfirmasi",
            '<form><div class="h-captcha" data-sitekey="1000"></div></form>'
            '<script src="https://js.hcaptcha.com/1/api.js" async></script>',
        ),
    ),
    "recaptcha": Wall(
        200,
        _page(
            "Konfirmasi",
            '<form action="/verify"><div class="g-recaptcha" data-sitekey="6Le"></div></form>'
            '<script src="https://www.google.com/recaptcha/api.js"></script>',
        ),
    ),
    "qrator": Wall(
        401,
        "<html><head><script src='/__qrator/qauth_utm_v2_9118.js'></script></head><body></body></html>",
    ),
    "siteground": Wall(
        202,
        '<html><head><link rel="icon" href="data:;"><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/'
        '?r=%2F&y=ipc:1.2.3.4:17"></head></html>',
        {"SG-Captcha": "challenge"},
    ),
    "ovh": Wall(
        403,
        _page(
            "OVHcloud - Anti-robot check",
            "<h1>Please confirm that you are not a robot</h1><p>This check protects the hosting.</p>",
        ),
    ),
    "fastly": Wall(
        406,
        _page(
            "Client Challenge",
            '<noscript>JavaScript is disabled in your browser.</noscript><div id="loading-error"></div>'
            '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>',
        ),
    ),
    "arvan": Wall(
        403,
        '<html><head><script>var __arcsjs="x";</script><script src="/__arcsjs/challenge.js"></script></head>'
        "<body><p>Transferring to the website...</p></body></html>",
        {"Server": "ArvanCloud"},
    ),
    "google-unusual-traffic": Wall(
        429,
        _page(
            "https://kabar.example/",
            "<p>Our systems have detected unusual traffic from your computer network. This page checks to see if"
            " it's really you sending the requests, and not a robot.</p>",
        ),
    ),
    "litespeed": Wall(
        200,
        _page(
            "Bot Verification",
            '<form action="/.lsrecap/recaptcha?" method="POST" id="lsrecaptcha-form"></form>'
            "<p>Verifying that you are not a robot...</p>",
        ),
    ),
    "bitninja": Wall(
        403,
        _page(
            "Waiting for the redirectiron...",
            "<p>Your request has been blocked by BitNinja. Please solve the CAPTCHA.</p>",
        ),
    ),
    "modsecurity": Wall(
        406,
        "<html><head><title>Not Acceptable!</title></head><body><h1>Not Acceptable!</h1><p>An appropriate"
        " representation of the requested resource could not be found on this server. This error was"
        " generated by Mod_Security.</p></body></html>",
    ),
    "comodo": Wall(
        403,
        _page(
            "Access Denied - cWatch",
            "<p>Protected by COMODO WAF. Your request has been blocked.</p>",
        ),
        {"Server": "Protected by COMODO WAF"},
    ),
    "testcookie": Wall(
        200,
        '<html><body><script type="text/javascript" src="/aes.js"></script><script>function toNumbers(d){}'
        'document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))+"; path=/";location.href="/?i=1";</script>'
        "<noscript>This site requires Javascript to work</noscript></body></html>",
    ),
    "alibaba": Wall(
        200,
        '<html><script>var arg1="E1";var _0x=function(){document.cookie="acw_sc__v2="+x;'
        "document.location.reload();};</script></html>",
    ),
    "radware": Wall(
        200,
        _page("Radware Captcha Page", '<script src="https://validate.perfdrive.com/x/captcha.js"></script>'),
    ),
    "unknown-script": Wall(
        200,
        "<html><body><script>document.cookie='ok=1;path=/';setTimeout(function(){location.reload()},50)</script>"
        "</body></html>",
    ),
    "unknown-indonesian": Wall(
        403,
        _page("Pemeriksaan", "<h1>Verifikasi bahwa Anda bukan robot</h1><p>Mohon tunggu.</p>"),
    ),
    "indonesian-human": Wall(
        200, _page("Kabar", "<h1>Pemeriksaan</h1><p>Kami perlu memastikan bahwa Anda adalah manusia.</p>")
    ),
    "indonesian-traffic": Wall(
        429, _page("Kabar", "<p>Ada lalu lintas yang tidak biasa dari jaringan Anda.</p>")
    ),
    "indonesian-blocked": Wall(403, _page("Kabar", "<h1>Maaf, Anda telah diblokir</h1><p>Ray ID: 8a</p>")),
    "indonesian-captcha": Wall(
        200, _page("Kabar", "<p>Selesaikan captcha untuk melanjutkan.</p><form><input name='k'></form>")
    ),
    "indonesian-slider": Wall(200, _page("Kabar", "<p>Geser untuk melengkapi gambar</p><div id='s'></div>")),
    "indonesian-connection": Wall(503, _page("Kabar", "<p>Memeriksa apakah koneksi situs aman</p>")),
    "indonesian-title": Wall(403, _page("Akses Dibatasi", "<p>Alamat Anda dicatat.</p>")),
    "indonesian-scripts": Wall(200, _page("Kabar", "<noscript>Nyalakan JavaScript dan kuki</noscript>")),
    "cloudflare-blocked": Wall(403, _page("Sorry, you have been blocked", "<p>kabar.example</p>")),
    "cloudfront": Wall(
        403,
        _page("ERROR", "<p>Request blocked. We can't connect to the server for this app or website.</p>"),
    ),
    "safeline": Wall(
        468, _page("", '<div id="slg-box"></div><script src="/.safeline/static/a.js"></script>')
    ),
    "security-service": Wall(200, _page("Kabar", "<p>A security service to protect itself from bots.</p>")),
    "puzzle-of-work": Wall(200, _page("Loading", "<p>A proof-of-work is done by your browser.</p>")),
    "ninjafirewall": Wall(403, _page("Forbidden", "<p>NinjaFirewall: 403</p>")),
    "unknown-assign": Wall(
        200, "<html><body><script>document.cookie='k=1';location.assign('/?i=1')</script></body></html>"
    ),
    "unknown-cookie-by-name": Wall(
        200, "<html><script>var d=document;d['cookie']='k=1';history.go(0)</script><body></body></html>"
    ),
    "unknown-request": Wall(
        200,
        "<html><script>var x=new XMLHttpRequest();x.open('POST','/periksa');"
        "x.onload=function(){location.reload(true)};x.send('t')</script><body></body></html>",
    ),
}
