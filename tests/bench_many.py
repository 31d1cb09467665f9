"""How long people wait who are there at once, and what it costs in memory: sessions that speak to a running server as a
browser does. ``SERVERS=2`` has as many servers over one database, behind the proxy of docs/Caddyfile."""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError

from bench_pages import filled, with_past
from drafts import TODAY, opened_moment
from serving import ROOT, free_port, started
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from mrdb.views.news import ADDRESS

SERVERS = int(os.environ.get("SERVERS", "1"))
SIZES = (15, 1_000)
LOOKERS, LOOKS = 100, 6
PAUSE = (2.0, 6.0)
"""Seconds that somebody reads before looking again."""
SAVERS, SAVES = 10, 12
WATCHERS = 30
"""Of a hundred in the mix; as many save as in the rush, the others look."""
AGAIN, CLOCK = 2, 30
"""Seconds after which a tab asks anew whether anything was written (``news.js``), and draws its clock anew."""
ADDRESSES = (("", ""), ("actie", "actie=7"), ("vergadering", "actie=1"), ("tijdlijn", ""))
GROWN_AT = tuple(map(int, os.environ.get("RERUNS", "1000 5000 10000").split()))
STEPS = 100
SITTING = 50
"""Sessions that stay, to see what one of them takes."""


def main() -> None:
    print(f"\nat once, with {SERVERS} server(s), in ms: {LOOKERS} look, {SAVERS} save without a pause")
    print(f"{'actions':>8}{'looks: p50':>12}{'p95':>8}{'saves/s':>10}{'p50':>8}{'p95':>8}")
    for size in SIZES:
        with _served(size) as server:
            looks = _of_all(LOOKERS, lambda _: _looks(server))
        with _served(size) as server:
            start = time.perf_counter()
            saves = _of_all(SAVERS, lambda n: _saves(server, n + 1, SAVES))
            rate = len(saves) / (time.perf_counter() - start)
        print(f"{size:>8}{_ms(looks, 12)}{rate:>10.1f}{_ms(saves, 8)}", flush=True)
    mix()
    if SERVERS == 1:
        costs()
        growth()


def mix() -> None:
    """A hundred people who do different things at their own pace, for half a minute."""
    looking = LOOKERS - SAVERS - WATCHERS
    print(f"\n{looking} look and open, {SAVERS} save now and then, {WATCHERS} have a meeting open; in ms")
    works = ("look", "save", "counter")
    print(f"{'actions':>8}" + "".join(f"{work + ': p50':>14}{'p95':>8}" for work in works) + f"{'server':>10}")
    for size in SIZES:
        with _served(size) as server:
            before = _used(server_pid())
            waits = _mixed(server, looking)
            used = _used(server_pid()) - before
        print(f"{size:>8}" + "".join(_ms(one, 14) for one in waits) + f"{used:>10.0f}", flush=True)


def _mixed(server: str, looking: int) -> list[list[float]]:
    with ThreadPoolExecutor(3) as pool:
        work = (
            pool.submit(_of_all, looking, lambda _: _looks(server)),
            pool.submit(_of_all, SAVERS, lambda n: _saves(server, n + 1, LOOKS, PAUSE)),
            pool.submit(_of_all, WATCHERS, lambda _: _watches(server)),
        )
        return [one.result() for one in work]


def costs() -> None:
    """What the server works for one tab in a meeting in which nobody saves, and for what is typed in a form."""
    print("\nprocessor time of the server, in ms")
    print(f"{'actions':>8}{'idle tab, a second':>20}{'form, a run':>14}")
    for size in SIZES:
        with _served(size) as server:
            print(f"{size:>8}{_of_idle_tab(server):>20.1f}{_of_form(server):>14.1f}", flush=True)


def _of_idle_tab(server: str) -> float:
    with _session(server) as line:
        told = _ask(line, ClientState(page_name="vergadering"))
        agenda = _rerun(told, _news(told)[1])
        return _processor_time(lambda: _mark(server)) / AGAIN + _processor_time(lambda: _ask(line, agenda)) / CLOCK


def _of_form(server: str) -> float:
    with _session(server) as line:
        told = _ask(line, ClientState(page_name="actie", query_string="actie=7"))
        comment, _, fragment = _form(told, "")
        form = _rerun(told, fragment, WidgetState(id=comment, string_value="Half getypt"), query="actie=7")
        return _processor_time(lambda: _ask(line, form))


def growth() -> None:
    """The memory of one server over thousands of runs of all pages, and for each session that stays."""
    print("\nmemory of the server in MB, its collector left to itself")
    print(f"{'runs':>8}{'MB':>8}")
    with _served(1_000) as server, ExitStack() as sitting:
        pid, done = server_pid(), 0
        with _session(server) as line:
            for runs in (200, *GROWN_AT):
                for run in range(done, runs):
                    page, query = ADDRESSES[run % len(ADDRESSES)]
                    _ask(line, ClientState(page_name=page, query_string=query))
                done = runs
                print(f"{runs:>8}{memory(pid)['VmRSS']:>8.0f}", flush=True)
        before = memory(pid)["VmRSS"]
        for _ in range(SITTING):
            line = sitting.enter_context(_session(server))
            for page, query in ADDRESSES:
                _ask(line, ClientState(page_name=page, query_string=query))
        print(f"{(memory(pid)['VmRSS'] - before) / SITTING:.2f} MB for each of {SITTING} sessions that stay")


@contextmanager
def _served(size: int) -> Iterator[str]:
    """The address of the server, or of the proxy before several, on a record of this many actions."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
        engine = filled(url, max(size, 20))
        with_past(engine, 1)
        opened_moment(engine, TODAY)
        engine.dispose()
        addresses = [running.enter_context(real_server(url)) for _ in range(SERVERS)]
        yield addresses[0] if SERVERS == 1 else running.enter_context(_proxy(addresses))


@contextmanager
def _proxy(addresses: list[str]) -> Iterator[str]:
    address = f"http://localhost:{free_port()}"
    hosts = " ".join(one.removeprefix("http://") for one in addresses)
    command = ["caddy", "run", "--config", str(ROOT / "docs" / "Caddyfile"), "--adapter", "caddyfile"]
    environment = {**os.environ, "MRDB_ADDRESS": address, "MRDB_SERVERS": hosts}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            while not _answers(address):
                assert process.poll() is None, "the proxy does not start"
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()
    except URLError:
        return False
    return True


def _of_all(people: int, work: Callable[[int], list[float]]) -> list[float]:
    with ThreadPoolExecutor(people) as pool:
        return [wait for waits in pool.map(work, range(people)) for wait in waits]


def _ms(waits: list[float], width: int) -> str:
    return f"{median(waits) * 1000:>{width}.0f}{quantiles(waits, n=20)[-1] * 1000:>8.0f}"


def _session(server: str, name: str = "An") -> ClientConnection:
    """What a browser opens once it has the page; the proxy's cookie comes with that."""
    with urllib.request.urlopen(server) as page:
        given = [cookie.partition(";")[0] for cookie in page.headers.get_all("Set-Cookie", [])]
    return connect(
        f"{server.replace('http', 'ws', 1)}/_stcore/stream",
        origin=Origin(server),
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": "; ".join([f"mrdb_name={name}", *given])},
        max_size=None,
    )


def _looks(server: str) -> list[float]:
    waits = []
    time.sleep(random.uniform(0, PAUSE[1]))
    with _session(server) as line:
        for _ in range(LOOKS):
            page, query = random.choice(ADDRESSES)
            start = time.perf_counter()
            _ask(line, ClientState(page_name=page, query_string=query))
            waits.append(time.perf_counter() - start)
            time.sleep(random.uniform(*PAUSE))
    return waits[1:]


def _saves(server: str, action_id: int, times: int, pause: tuple[float, float] = (0, 0)) -> list[float]:
    """Each on the page of an action of their own, from the click until the form stands again."""
    waits, query = [], f"actie={action_id}"
    time.sleep(random.uniform(0, pause[1]))
    with _session(server, f"P{action_id}") as line:
        told = first = _ask(line, ClientState(page_name="actie", query_string=query))
        comment = ""
        for number in range(times):
            comment, save, fragment = _form(told, comment)
            typed = WidgetState(id=comment, string_value=f"Stand {number} van {action_id}")
            state = _rerun(first, fragment, typed, WidgetState(id=save, trigger_value=True), query=query)
            time.sleep(random.uniform(*pause))
            start = time.perf_counter()
            told = _ask(line, state)
            waits.append(time.perf_counter() - start)
    return waits


def _watches(server: str) -> list[float]:
    """A meeting that stands open, from the news that somebody saved until its counter is drawn anew."""
    waits: list[float] = []
    time.sleep(random.uniform(0, PAUSE[1]))
    with _session(server) as line:
        told = first = _ask(line, ClientState(page_name="vergadering"))
        for _ in range(int(LOOKS * sum(PAUSE) / 2 / AGAIN)):
            time.sleep(AGAIN)
            known, fragment = _news(told)
            if _mark(server) != known:
                start = time.perf_counter()
                told = _ask(line, _rerun(first, fragment))
                waits.append(time.perf_counter() - start)
    return waits


def _news(told: list[ForwardMsg]) -> tuple[str, str]:
    """The mark that the page knows of, and the fragment that another one draws anew."""
    deltas = [message.delta for message in told]
    delta = next(one for one in deltas if one.new_element.bidi_component.component_name == "news")
    return json.loads(delta.new_element.bidi_component.json)["mark"], delta.fragment_id


def _mark(server: str) -> str:
    with urllib.request.urlopen(f"{server}/{ADDRESS}") as answer:
        return str(json.load(answer)["mark"])


def _rerun(told: list[ForwardMsg], fragment: str, *widgets: WidgetState, query: str = "") -> ClientState:
    """Asks for this part of the page anew; ``told`` is what came when the page was opened."""
    page = next(message.navigation.page_script_hash for message in told if message.HasField("navigation"))
    states = WidgetStates(widgets=widgets)
    return ClientState(page_script_hash=page, query_string=query, fragment_id=fragment, widget_states=states)


def _ask(line: ClientConnection, state: ClientState) -> list[ForwardMsg]:
    """What the server sends until the page stands."""
    line.send(BackMsg(rerun_script=state).SerializeToString())
    told: list[ForwardMsg] = []
    while not told or not _stands(told[-1]):
        told.append(ForwardMsg.FromString(bytes(line.recv(timeout=120))))
    return told


def _stands(message: ForwardMsg) -> bool:
    is_end = message.WhichOneof("type") == "script_finished"
    return is_end and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def _form(told: list[ForwardMsg], before: str) -> tuple[str, str, str]:
    """The ids of the comment, of the button and of their fragment, of another form than ``before``."""
    elements = [message.delta.new_element for message in told]
    comments = [one.text_area.id for one in elements if "form-comment" in one.text_area.id]
    ((save, fragment),) = {
        (message.delta.new_element.button.id, message.delta.fragment_id)
        for message in told
        if "-save-" in message.delta.new_element.button.id
    }
    assert comments[-1] != before, f"no other form than {before!r}"
    return comments[-1], save, fragment


@contextmanager
def real_server(url: str) -> Iterator[str]:
    """Its address, started as people start it: those of the tests share what one process has loaded."""
    environment = {**os.environ, "MRDB_DATABASE_URL": url, "MRDB_TODAY": TODAY.isoformat()}
    with started([sys.executable, "-m", "mrdb", "run"], ROOT, environment) as address:
        yield address


def server_pid() -> int:
    """That of the server which this process started last."""
    tasks = Path("/proc/self/task").iterdir()
    children = [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
    return max(pid for pid in children if re.search(b"streamlit|mrdb", Path(f"/proc/{pid}/cmdline").read_bytes()))


def _processor_time(step: Callable[[], object]) -> float:
    """What one step costs the server, in ms: the mean of many, because the system counts in hundredths of seconds."""
    pid = server_pid()
    step()
    before = _used(pid)
    for _ in range(STEPS):
        step()
    return (_used(pid) - before) / STEPS


def _used(pid: int) -> float:
    """Processor time of that process, in ms."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK") * 1000


def memory(pid: int) -> dict[str, float]:
    """In MB: what the process holds now (VmRSS), and at its highest (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.startswith(("VmRSS", "VmHWM"))}


if __name__ == "__main__":
    main()
