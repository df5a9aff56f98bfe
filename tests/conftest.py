"""What every test may count on."""

import signal

# A shell starts what it runs in the background without SIGINT, and the processes that tests start inherit it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
