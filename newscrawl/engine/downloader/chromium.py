"""Which Chromium draws pages."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.async_api import Browser
from scrapy_playwright.provider import PlaywrightBrowserProvider

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


class FoundChromium(PlaywrightBrowserProvider):  # type: ignore[misc, unused-ignore]
    """Starts the browser that the launch options name, else Playwright's own, else one of this machine's."""

    async def launch_browser(self) -> Browser:
        """The browser, started."""
        options = self.config.launch_options
        own = self.browser_type is not None and Path(self.browser_type.executable_path).exists()
        if "executable_path" not in options and not own and (program := _program()):
            options["executable_path"] = program
        started: Browser = await super().launch_browser()
        return started


def _program() -> str | None:
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
