"""Hostile pages: does newscrawl survive whatever a server may send?

``python -m benchmarks.fuzz`` mutates real and invented pages, builds extreme ones, and feeds each to
``newscrawl.extract`` in a process that a watchdog holds. What counts as a fault: any exception but
UnreadablePageError, a record that cannot be written as UTF-8 JSON, a page over the time limit, a process
over the memory limit, a crash. It also times every regular expression of the package on growing hostile
strings.
"""
