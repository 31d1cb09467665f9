"""How long people wait when many look at once: one server, so many open pages, each looking again after a pause."""

import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from bench import filled
from drafts import TODAY, opened_moment
from serving import running_server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

LOOKS = 6
"""How often each of them looks."""
PAUSE = (2.0, 6.0)
"""Seconds that somebody reads before looking again."""
ADDRESSES = (("", ""), ("actie", "actie=7"), ("vergadering", ""), ("tijdlijn", ""))


def main() -> None:
    print("from asking for a page until it stands, many sessions at once, in ms")
    print(f"{'actions':>8}{'sessions':>10}{'median':>10}{'p95':>10}")
    for size in (15, 1_000):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, size)
            opened_moment(engine, TODAY)
            engine.dispose()
            with running_server(url) as server:
                for sessions in map(int, os.environ.get("SESSIONS", "25 100").split()):
                    with ThreadPoolExecutor(sessions) as pool:
                        waits = [
                            wait for waited in pool.map(lambda _: _waits(server), range(sessions)) for wait in waited
                        ]
                    p95 = quantiles(waits, n=20)[-1]
                    print(f"{size:>8}{sessions:>10}{median(waits) * 1000:>10.0f}{p95 * 1000:>10.0f}", flush=True)


def _waits(server: str) -> list[float]:
    chance, waits = random.Random(), []
    time.sleep(chance.uniform(0, PAUSE[1]))
    socket = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(socket, origin=Origin(server), subprotocols=[Subprotocol("streamlit")], max_size=None) as line:
        for _ in range(LOOKS):
            page, query = chance.choice(ADDRESSES)
            start = time.perf_counter()
            _ask(line, ClientState(page_name=page, query_string=query))
            waits.append(time.perf_counter() - start)
            time.sleep(chance.uniform(*PAUSE))
    return waits[1:]


def _ask(line: ClientConnection, state: ClientState) -> None:
    line.send(BackMsg(rerun_script=state).SerializeToString())
    while ForwardMsg.FromString(bytes(line.recv(timeout=120))).WhichOneof("type") != "script_finished":
        pass


if __name__ == "__main__":
    sys.exit(main())
