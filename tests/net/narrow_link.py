"""A slow, lossy link between two network namespaces, made of two TUN devices and this process between them.

    narrow_link.py NEAR_NAMESPACE NEAR_DEVICE FAR_NAMESPACE FAR_DEVICE QUEUE_BYTES SEED

Real kernel TCP runs on both sides; every IP packet passes here and gets the link's rate, delay and loss, each way on its own.
Prints `ready` once both devices exist. Lines on standard input change the link while it runs, answered by `ok`:

    shape DELAY_MS LOSS_PERCENT BITS_PER_SECOND      delay one way
    swallow on|off                                   everything sent vanishes; the devices stay up

Ends when standard input ends. Needs root; `tc netem` would do the same, but not every kernel has it.
"""

import ctypes
import fcntl
import heapq
import os
import random
import selectors
import struct
import sys
import time

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
LARGEST_PACKET = 65535


def open_tun(namespace, device):
    """The device's file, made inside a namespace: a TUN device belongs to the namespace its maker is in."""
    handle = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).setns(handle, CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter the namespace {namespace}")
    finally:
        os.close(handle)
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TUN | IFF_NO_PI))
    return tun


class Link:
    """Both ways of the link: what is under way, and when each way's line is free again."""

    def __init__(self, near, far, queue_bytes, seed):
        self.other = {near: far, far: near}
        self.free = {near: 0.0, far: 0.0}
        self.queue_bytes = queue_bytes
        self.chance = random.Random(seed)
        self.delay, self.loss, self.rate = 0.0, 0.0, 1e9
        self.swallows = False
        self.under_way = []
        self.count = 0

    def shape(self, delay_ms, loss_percent, bits_per_second):
        self.delay, self.loss, self.rate = delay_ms / 1000, loss_percent / 100, bits_per_second

    def take(self, tun, packet, now):
        waiting = max(0.0, self.free[tun] - now) * self.rate / 8
        if self.swallows or waiting > self.queue_bytes:
            return
        # A packet that is lost has used the line all the same.
        self.free[tun] = max(self.free[tun], now) + len(packet) * 8 / self.rate
        if self.chance.random() < self.loss:
            return
        self.count += 1
        heapq.heappush(self.under_way, (self.free[tun] + self.delay, self.count, self.other[tun], packet))

    def deliver(self, now):
        while self.under_way and self.under_way[0][0] <= now:
            _, _, tun, packet = heapq.heappop(self.under_way)
            if self.swallows:
                continue
            try:
                os.write(tun, packet)
            except OSError:
                pass  # The device is down or its queue is full: lost, as on a wire.

    def wait(self, now):
        return max(0.0, self.under_way[0][0] - now) if self.under_way else 1.0


def obey(link, line):
    words = line.split()
    if words[:1] == ["shape"]:
        link.shape(*(float(word) for word in words[1:4]))
    elif words[:1] == ["swallow"]:
        link.swallows = words[1] == "on"
    else:
        raise ValueError(f"unknown: {line!r}")
    print("ok", flush=True)


def read_packets(link, tun):
    while True:
        try:
            packet = os.read(tun, LARGEST_PACKET)
        except BlockingIOError:
            return
        link.take(tun, packet, time.monotonic())


def main():
    near_namespace, near_device, far_namespace, far_device, queue_bytes, seed = sys.argv[1:7]
    near, far = open_tun(near_namespace, near_device), open_tun(far_namespace, far_device)
    link = Link(near, far, float(queue_bytes), int(seed))
    watched = selectors.DefaultSelector()
    for source in (near, far, sys.stdin.fileno()):
        watched.register(source, selectors.EVENT_READ)
    print("ready", flush=True)
    pending = b""
    while True:
        link.deliver(time.monotonic())
        for key, _ in watched.select(link.wait(time.monotonic())):
            if key.fd != sys.stdin.fileno():
                read_packets(link, key.fd)
                continue
            some = os.read(key.fd, 4096)
            if not some:
                return
            *lines, pending = (pending + some).split(b"\n")
            for line in lines:
                obey(link, line.decode())


main()
