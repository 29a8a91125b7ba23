"""Drives a Reflexio server with the unmodified Python client, through all of its 47 methods.

    pip install --ignore-requires-python reflexio-client==0.2.12
    python tests/interop/python/drive_server.py http://127.0.0.1:8081

Prints one line for each step that went wrong and, at the end, `N passed, N failed`. The server must be
a fresh one: everything in it is deleted.
"""

import sys
import time
import traceback
from collections.abc import Callable

import requests
from reflexio import ReflexioClient

USER = "ana"
OTHER = "bo"
VERSION = "v1"
CONVERSATION = [
    {"role": "user", "content": "Hi! I am Ana and I live in Bergen. I work as a nurse."},
    {"role": "assistant", "content": "Nice to meet you, Ana."},
    {"role": "user", "content": "No, that is wrong. Always answer in short sentences."},
    {"role": "assistant", "content": "Understood."},
]
client = ReflexioClient(api_key="", url_endpoint=sys.argv[1], timeout=60)
results: list[bool] = []


def step(check: Callable[[], object]) -> None:
    """Runs one step; a step without an exception has passed."""
    try:
        check()
        results.append(True)
    except Exception:  # a step's failure is what is reported
        results.append(False)
        print(f"FAILED {check.__name__}\n{traceback.format_exc(limit=-2)}")


def eventually(condition: Callable[[], bool], seconds: float = 15) -> None:
    """Waits for the effect of a background call."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "nothing happened in the background"
        time.sleep(0.05)


@step
def account() -> None:
    me = client.whoami()
    assert me.success and me.org_id and me.storage_configured
    assert client.get_my_config().success is False


@step
def configuration() -> None:
    config = client.get_config()
    assert config.profile_extractor_configs and config.user_playbook_extractor_configs
    answer = client.set_config({"storage_config": None, "agent_context_prompt": "A test agent"})
    assert answer["success"] and answer["msg"] == "Configuration set successfully", answer
    assert client.get_config().agent_context_prompt == "A test agent"
    full = client.get_config()
    assert client.set_config(full)["success"]


@step
def publishing_and_learning() -> None:
    answer = client.publish_interaction(
        USER, CONVERSATION, source="chat", agent_version=VERSION, session_id="s1",
        wait_for_response=True, force_extraction=True)
    assert answer.success and answer.message == "Interaction published successfully", answer
    assert answer.request_id and answer.profiles_added, answer
    queued = client.publish_interaction(OTHER, [{"role": "user", "content": "I like tea."}],
                                        session_id="s2")
    assert queued.success and "queued" in queued.message
    eventually(lambda: bool(client.get_interactions(user_id=OTHER).interactions))


@step
def turns() -> None:
    listed = client.get_interactions(user_id=USER).interactions
    assert [turn.content for turn in listed] == [turn["content"] for turn in CONVERSATION] or len(
        listed) == len(CONVERSATION)
    assert all(turn.user_id == USER and turn.request_id for turn in listed)
    assert len(client.get_interactions(user_id=USER, top_k=1).interactions) == 1
    assert len(client.get_all_interactions(limit=3).interactions) == 3
    found = client.search_interactions(user_id=USER, query="Bergen").interactions
    assert found and "Bergen" in found[0].content
    assert client.search_interactions(user_id="nobody", query="x").interactions == []


@step
def sessions() -> None:
    sessions = client.get_requests(user_id=USER).sessions
    assert [session.session_id for session in sessions] == ["s1"]
    data = sessions[0].requests[0]
    assert data.request.agent_version == VERSION and len(data.interactions) == len(CONVERSATION)
    page = client.get_requests({"session_id": "s2"})
    assert [session.session_id for session in page.sessions] == ["s2"]


@step
def profiles() -> None:
    learnt = client.get_profiles(user_id=USER).user_profiles
    assert any("Bergen" in profile.content for profile in learnt), learnt
    assert all(profile.status is None for profile in learnt)
    added = client.add_user_profile([{"user_id": USER, "content": "Drinks black coffee"}])
    assert added.success and added.added_count == 1
    everything = client.get_profiles(user_id=USER, force_refresh=True).user_profiles
    coffee = [profile for profile in everything if "coffee" in profile.content]
    assert len(coffee) == 1 and coffee[0].profile_id.startswith("cli-")
    hits = client.search_profiles(user_id=USER, query="coffee").user_profiles
    assert hits and "coffee" in hits[0].content
    assert client.get_all_profiles(limit=2, status_filter="current").user_profiles
    assert client.get_all_profiles(status_filter="archived").user_profiles == []
    changes = client.get_profile_change_log().profile_change_logs
    assert any(change.user_id == USER and change.added_profiles for change in changes)
    removed = client.delete_profile(USER, profile_id=coffee[0].profile_id, wait_for_response=True)
    assert removed.success
    left = client.get_profiles(user_id=USER, force_refresh=True).user_profiles
    assert all("coffee" not in profile.content for profile in left)


@step
def profile_states() -> None:
    base = {"user_id": "mover", "last_modified_timestamp": 1700000000,
            "generated_from_request_id": "r"}
    client.add_user_profile(
        [{**base, "profile_id": f"c{n}", "content": f"current {n}"} for n in range(3)]
        + [{**base, "profile_id": f"p{n}", "content": f"pending {n}", "status": "pending"}
           for n in range(2)])
    pending = client.get_profiles(user_id="mover", status_filter=["pending"]).user_profiles
    assert len(pending) == 2
    both = client.get_profiles(user_id="mover", status_filter=[None, "pending"]).user_profiles
    assert len(both) == 5
    moved = client.upgrade_profiles(user_id="mover")
    assert moved.success and (moved.profiles_archived, moved.profiles_promoted) == (3, 2), moved


@step
def user_playbooks() -> None:
    learnt = client.get_user_playbooks(user_id=USER).user_playbooks
    assert learnt and all(playbook.content for playbook in learnt)
    added = client.add_user_playbook([
        {"agent_version": VERSION, "request_id": "r", "content": "Quote prices in euros",
         "trigger": "when asked for a price", "playbook_name": "prices", "user_id": USER},
        {"agent_version": VERSION, "request_id": "r", "content": "Quote prices in euro",
         "trigger": "when somebody asks for a price", "playbook_name": "prices", "user_id": OTHER},
    ])
    assert added.success and added.added_count == 2
    (mine,) = client.get_user_playbooks(user_id=USER, playbook_name="prices").user_playbooks
    hits = client.search_user_playbooks(query="price", user_id=USER, threshold=0).user_playbooks
    assert any(hit.user_playbook_id == mine.user_playbook_id for hit in hits)
    assert client.update_user_playbook(mine.user_playbook_id, rationale="asked").success
    (changed,) = client.get_user_playbooks(user_id=USER, playbook_name="prices").user_playbooks
    assert changed.rationale == "asked" and changed.content == mine.content


@step
def aggregation() -> None:
    answer = client.run_playbook_aggregation(agent_version=VERSION, playbook_name="prices",
                                             wait_for_response=True)
    assert answer.success, answer


@step
def agent_playbooks() -> None:
    added = client.add_agent_playbooks([
        {"agent_version": VERSION, "content": "Greet in Norwegian", "playbook_name": "greeting"}])
    assert added.success and added.added_count == 1
    (greeting,) = client.get_agent_playbooks(playbook_name="greeting").agent_playbooks
    assert greeting.playbook_status.value == "pending"
    number = greeting.agent_playbook_id
    assert client.update_agent_playbook(number, trigger="at the start").success
    from reflexio import PlaybookStatus
    status = client.update_agent_playbook_status(number, playbook_status=PlaybookStatus.APPROVED)
    assert status.success
    approved = client.get_agent_playbooks(
        force_refresh=True, playbook_status_filter=PlaybookStatus.APPROVED).agent_playbooks
    assert [playbook.trigger for playbook in approved] == ["at the start"]
    assert client.search_agent_playbooks(query="greet", threshold=0).agent_playbooks
    unknown = client.update_agent_playbook_status(999999, playbook_status=PlaybookStatus.REJECTED)
    assert unknown.success is False
    assert client.delete_agent_playbook(number, wait_for_response=True).success
    left = client.get_agent_playbooks(force_refresh=True, playbook_name="greeting").agent_playbooks
    assert left == []


@step
def playbook_states() -> None:
    row = {"agent_version": "moving", "request_id": "r", "playbook_name": "moving"}
    client.add_user_playbook([{**row, "content": "old"},
                              {**row, "content": "new", "status": "pending"}])
    moved = client.upgrade_user_playbooks(agent_version="moving", playbook_name="moving")
    assert moved.success, moved
    assert (moved.user_playbooks_archived, moved.user_playbooks_promoted) == (1, 1), moved


@step
def unified_search() -> None:
    found = client.search(query="Where does Ana live? Bergen", user_id=USER, threshold=0)
    assert found.success and any("Bergen" in profile.content for profile in found.profiles)
    again = client.search({"query": "short sentences", "user_id": USER})
    assert again.success
    history = [{"role": "user", "content": "I was asking about my home"}]
    assert client.search(query="home", user_id=USER, conversation_history=history).success
    assert client.get_agent_success_evaluation_results(agent_version="none"
                                                       ).agent_success_evaluation_results == []


@step
def learning_on_demand() -> None:
    done = client.rerun_profile_generation(user_id=USER, wait_for_response=True)
    assert done.success and done.profiles_generated == 1, done
    pending = client.get_profiles(user_id=USER, status_filter=["pending"]).user_profiles
    assert pending
    assert client.rerun_playbook_generation(agent_version=VERSION) is None
    assert client.manual_profile_generation(user_id=USER) is None
    assert client.manual_playbook_generation(agent_version=VERSION) is None


@step
def refusals() -> None:
    try:
        client._make_request("POST", "/api/search", json={})
        raise AssertionError("an empty search was accepted")
    except requests.HTTPError as error:
        assert error.response.status_code == 422
        assert error.response.json()["detail"][0]["loc"] == ["body", "query"]


@step
def deleting() -> None:
    session = client.get_requests(user_id=USER).sessions[0]
    turn = session.requests[0].interactions[0]
    assert client.delete_interaction(USER, turn.interaction_id, wait_for_response=True).success
    client.delete_interaction(USER, session.requests[0].interactions[1].interaction_id)
    eventually(lambda: len(client.get_interactions(user_id=USER).interactions) == 2)
    request_id = client.get_requests(user_id=OTHER).sessions[0].requests[0].request.request_id
    assert client.delete_request(request_id, wait_for_response=True).success
    assert client.get_requests(user_id=OTHER).sessions == []
    gone = client.delete_session("s1", wait_for_response=True)
    assert gone.success and gone.deleted_requests_count == 1
    client.publish_interaction(OTHER, [{"content": "again"}], session_id="s3",
                               wait_for_response=True)
    ids = [data.request.request_id for session in client.get_requests(user_id=OTHER).sessions
           for data in session.requests]
    assert client.delete_requests_by_ids(ids).deleted_count == len(ids)
    rows = client.get_user_playbooks(playbook_name="prices").user_playbooks
    assert client.delete_user_playbook(rows[0].user_playbook_id, wait_for_response=True).success
    numbers = [row.user_playbook_id for row in rows[1:]]
    assert client.delete_user_playbooks_by_ids(numbers).deleted_count == len(numbers)
    assert client.get_user_playbooks(playbook_name="prices").user_playbooks == []
    assert client.delete_profiles_by_ids(["p0", "unknown"]).success
    assert client.delete_agent_playbooks_by_ids([999999]).success


@step
def deleting_everything() -> None:
    assert client.delete_all_interactions().success
    assert client.delete_all_profiles().success
    assert client.delete_all_user_playbooks().success
    assert client.delete_all_agent_playbooks().success
    assert client.delete_all_playbooks().success
    assert client.get_all_interactions().interactions == []
    assert client.get_all_profiles().user_profiles == []


failed = results.count(False)
print(f"{len(results) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
