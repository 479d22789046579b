"""Whoever is slow loses the connection, however the bytes trickle in."""

import io
import socket
import threading
import time

import pytest

from linter.page.wire import TimedReader, is_gone, let_go


def test_a_trickle_does_not_keep_a_connection() -> None:
    ours, theirs = socket.socketpair()
    stop = threading.Event()

    def trickle() -> None:
        while not stop.wait(0.05):
            theirs.send(b"x")

    sender = threading.Thread(target=trickle)
    sender.start()
    begun = time.monotonic()
    with pytest.raises(TimeoutError), ours:
        io.BufferedReader(TimedReader(ours, 0.4)).readline()
    stop.set()
    sender.join()
    theirs.close()
    assert 0.3 < time.monotonic() - begun < 5


def test_what_comes_in_time_is_read() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"one\ntwo")
        reader = TimedReader(ours, 5)
        stream = io.BufferedReader(reader)
        assert stream.readline() == b"one\n"
        assert not is_gone(ours)
        reader.allow(5)
        assert stream.read(3) == b"two"


def test_a_peer_that_has_gone_is_noticed() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        assert not is_gone(ours)
        theirs.close()
        assert is_gone(ours)


def test_letting_go_takes_a_moment_at_most() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"x" * 1000)
        begun = time.monotonic()
        let_go(ours, 0.2, 5000)
        assert time.monotonic() - begun < 5
        assert theirs.recv(1) == b""


def test_letting_go_takes_in_so_much_at_most() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"x" * 150_000)
        let_go(ours, 30, 100_000)
        assert len(ours.recv(100_000)) > 0
