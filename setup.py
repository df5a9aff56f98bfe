"""Builds the compiled core where there is a compiler; everything else stands in pyproject.toml."""

from __future__ import annotations

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

_SOURCE = "newscrawl/reading/tree/_core.pyx"


class BuildWherePossible(build_ext):
    """Leaves the compiled core out where it cannot be built: the reader in Python does the same."""

    def build_extension(self, ext: Extension) -> None:
        """Build, or say that it is not."""
        try:
            super().build_extension(ext)
        except Exception as error:  # setuptools lets through what the compiler or its absence raises
            self.announce(f"{ext.name} is not built: {error}", level=2)


def _extensions() -> list[Extension]:
    try:
        import lxml  # noqa: PLC0415 - what is not there is no reason to fail
        from Cython.Build import cythonize  # noqa: PLC0415
    except ImportError:
        return []
    core = Extension("newscrawl.reading.tree._core", [_SOURCE], include_dirs=lxml.get_include())
    made: list[Extension] = cythonize([core], build_dir="build/cython", quiet=True)
    for extension in made:
        extension.optional, extension.depends = True, []
    return made


setup(ext_modules=_extensions(), cmdclass={"build_ext": BuildWherePossible})
