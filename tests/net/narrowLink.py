"""A narrow link in user space: relays IP packets between a TUN device in each of two network namespaces, with delay, loss, a
bit rate and a queue, so that both ends are the kernel's own TCP.

narrowLink.py NAMESPACE_A DEVICE_A NAMESPACE_B DEVICE_B DELAY_MS LOSS_PERCENT BITS_PER_SECOND QUEUE_BYTES SEED

The delay is one way. Prints 'ready' once both devices exist. Reads commands, a line each: 'cut' lets everything vanish without
a word to anybody, 'restore' ends that. Ends with its standard input. Needs root (setns).
"""
import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x1001
LARGEST_PACKET = 2048


def open_tun(libc, namespace, device):
    entry = os.open('/var/run/netns/' + namespace, os.O_RDONLY)
    if libc.setns(entry, 0x40000000) != 0:
        sys.exit('no right to enter namespace ' + namespace)
    os.close(entry)
    tun = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack('16sH22x', device.encode(), IFF_TUN_NO_PI))
    return tun


def main():
    space_a, device_a, space_b, device_b = sys.argv[1:5]
    delay, loss, rate, most_queued, seed = (float(one) for one in sys.argv[5:10])
    libc = ctypes.CDLL(None, use_errno=True)
    near = open_tun(libc, space_a, device_a)
    far = open_tun(libc, space_b, device_b)
    chance = random.Random(int(seed))
    peer = {near: far, far: near}
    free = {near: 0.0, far: 0.0}
    under_way = []
    count = 0
    is_cut = False
    print('ready', flush=True)
    while True:
        now = time.monotonic()
        while under_way and under_way[0][0] <= now:
            _, _, to, packet = heapq.heappop(under_way)
            try:
                os.write(to, packet)
            except OSError:
                pass  # The device is down or its queue is full: a packet is lost, as on any link.
        wait = max(0, under_way[0][0] - now) if under_way else 1
        readable, _, _ = select.select([near, far, 0], [], [], wait)
        if 0 in readable:
            command = sys.stdin.readline()
            if command == '':
                return
            is_cut = command.strip() == 'cut'
            if is_cut:
                under_way.clear()
        for source in readable:
            if source == 0:
                continue
            try:
                packet = os.read(source, LARGEST_PACKET)
            except OSError:
                continue
            now = time.monotonic()
            if is_cut or (free[source] - now) * rate / 8 > most_queued:
                continue
            free[source] = max(free[source], now) + len(packet) * 8 / rate
            if chance.random() * 100 < loss:
                continue
            count += 1
            heapq.heappush(under_way, (free[source] + delay / 1000, count, peer[source], packet))


main()
