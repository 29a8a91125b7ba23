"""Records what the official Python client sends, method by method.

    pip install --ignore-requires-python reflexio-client==0.2.12
    python tests/interop/python/record.py > tests/interop/data/recordings.json

Each of the 47 methods is called with at least three sets of arguments against a server on loopback
that remembers the request. The test beside this folder makes the same calls with the TypeScript
client and compares.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

sys.dont_write_bytecode = True

from calls import CALLS
from reflexio import ReflexioClient

ANSWER = {
    "success": True,
    "interactions": [],
    "user_profiles": [],
    "profiles": [],
    "user_playbooks": [],
    "agent_playbooks": [],
    "sessions": [],
    "profile_change_logs": [],
    "agent_success_evaluation_results": [],
    "org_id": "org",
    "storage_config": None,
    "profiles_archived": 0,
    "profiles_promoted": 0,
    "operation_status": {"service_name": "s", "status": "completed", "started_at": 1},
}
KEPT_HEADERS = ("authorization", "content-type")


class Recorder(BaseHTTPRequestHandler):
    """Remembers every request but the looks at a running operation."""

    protocol_version = "HTTP/1.1"
    seen: list[dict] = []
    arrived = threading.Semaphore(0)

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if "/get_operation_status" not in self.path:
            path, _, query = self.path.partition("?")
            Recorder.seen.append({
                "method": self.command,
                "path": path,
                "query": query,
                "body": json.loads(body) if body else None,
                "headers": {
                    name: self.headers[name] for name in KEPT_HEADERS if self.headers.get(name)
                },
            })
            Recorder.arrived.release()
        data = json.dumps(ANSWER).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    recordings = []
    for method, argument_sets in CALLS.items():
        for number, arguments in enumerate(argument_sets):
            # The key and the slash take turns, so that methods without arguments have variety too.
            api_key = "" if number == 1 else f"key-{number}"
            client = ReflexioClient(api_key=api_key, url_endpoint=url + ("/" if number == 2 else ""))
            Recorder.seen.clear()
            getattr(client, method)(**arguments)
            if not Recorder.arrived.acquire(timeout=10):
                sys.exit(f"{method} {arguments}: nothing was sent")
            (request,) = Recorder.seen
            recordings.append({
                "method": method,
                "api_key": api_key,
                "arguments": arguments,
                "request": request,
            })
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in recordings)
    print(f'{{"client": "reflexio-client {version("reflexio-client")}", "calls": [\n{lines}\n]}}')


main()
