"""How long people wait who all save at the same time: each on the page of an action of their own, over and over."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from bench import filled
from bench_pages import with_past
from drafts import TODAY, opened_moment
from serving import running_server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PEOPLE, SAVES = 10, 12


def main() -> None:
    print(f"{PEOPLE} people who save at once, without a pause, in ms from the click until the form stands again")
    print(f"{'actions':>8}{'saves/s':>10}{'median':>10}{'p95':>10}")
    for size in (15, 1_000):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, max(size, 20))
            with_past(engine, 1)
            opened_moment(engine, TODAY)
            engine.dispose()
            with running_server(url) as server, ThreadPoolExecutor(PEOPLE) as pool:
                start = time.perf_counter()
                waits = [
                    wait for waited in pool.map(lambda n: _saved(server, n), range(1, PEOPLE + 1)) for wait in waited
                ]
                rate = len(waits) / (time.perf_counter() - start)
        p95 = quantiles(waits, n=20)[-1]
        print(f"{size:>8}{rate:>10.1f}{median(waits) * 1000:>10.0f}{p95 * 1000:>10.0f}", flush=True)


def _saved(server: str, action_id: int) -> list[float]:
    socket, waits = f"{server.replace('http', 'ws', 1)}/_stcore/stream", []
    named = {"Cookie": f"mrdb_name=P{action_id}"}
    with connect(
        socket, origin=Origin(server), subprotocols=[Subprotocol("streamlit")], additional_headers=named, max_size=None
    ) as line:
        state = ClientState(page_name="actie", query_string=f"actie={action_id}")
        comment, save = _sent(line, state, "")
        for number in range(SAVES):
            typed = WidgetState(id=comment, string_value=f"Stand {number} van {action_id}")
            state.widget_states.CopyFrom(WidgetStates(widgets=[typed, WidgetState(id=save, trigger_value=True)]))
            start = time.perf_counter()
            comment, save = _sent(line, state, comment)
            waits.append(time.perf_counter() - start)
    return waits


def _sent(line: ClientConnection, state: ClientState, before: str) -> tuple[str, str]:
    """The ids of the comment and of the button once the page stands again with another form than ``before``."""
    line.send(BackMsg(rerun_script=state).SerializeToString())
    comment = save = ""
    while True:
        message = ForwardMsg.FromString(bytes(line.recv(timeout=120)))
        element = message.delta.new_element
        if element.text_area.id and "form-comment" in element.text_area.id:
            comment = element.text_area.id
        if element.button.id.endswith("-save"):
            save = element.button.id
        if (
            message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            and message.WhichOneof("type") == "script_finished"
        ):
            if comment and comment != before:
                return comment, save
            raise RuntimeError(f"no other form than {before!r}")


if __name__ == "__main__":
    main()
