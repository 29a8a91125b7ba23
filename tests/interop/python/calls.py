"""Calls of the Python client: for each of its 47 methods at least three sets of keyword arguments."""

TURN = {"created_at": 1700000000, "role": "user", "content": "I live in Bergen"}
FULL_TURN = {
    "created_at": 1700000001,
    "role": "assistant",
    "content": "Noted \u2014 \u00e5",
    "shadow_content": "s",
    "expert_content": "e",
    "user_action": "click",
    "user_action_description": "pressed the button",
    "interacted_image_url": "https://example.org/a.png",
    "tools_used": [{"tool_name": "shell", "tool_data": {"input": {"a": None}, "n": 1.5}}],
}
PROFILE = {
    "profile_id": "p1",
    "user_id": "u",
    "content": "Lives in Bergen",
    "last_modified_timestamp": 1700000000,
    "generated_from_request_id": "r1",
    "source": "web",
}
FULL_PROFILE = {
    **PROFILE,
    "profile_time_to_live": "one_month",
    "expiration_timestamp": 1800000000,
    "custom_features": {"city": "Bergen", "none": None},
    "status": "pending",
    "extractor_names": ["default_profile_extractor"],
    "expanded_terms": "norway",
    "embedding": [0.5] * 512,
}
USER_PLAYBOOK = {
    "agent_version": "v1",
    "request_id": "r1",
    "created_at": 1700000000,
    "content": "Answer briefly",
}
FULL_USER_PLAYBOOK = {
    **USER_PLAYBOOK,
    "user_playbook_id": 7,
    "user_id": "u",
    "playbook_name": "rules",
    "trigger": "when asked",
    "rationale": "the user said so",
    "blocking_issue": {"kind": "missing_tool", "details": "no shell"},
    "status": "archived",
    "source": "web",
    "source_interaction_ids": [1, 2],
}
AGENT_PLAYBOOK = {"agent_version": "v1", "created_at": 1700000000, "content": "Cite sources"}
FULL_AGENT_PLAYBOOK = {
    **AGENT_PLAYBOOK,
    "agent_playbook_id": 3,
    "playbook_name": "rules",
    "trigger": "always",
    "rationale": "trust",
    "blocking_issue": {"kind": "policy_restriction", "details": ""},
    "playbook_status": "approved",
    "playbook_metadata": "m",
}
PLAYBOOK_SEARCH = {
    "query": "style",
    "agent_version": "v1",
    "playbook_name": "rules",
    "status_filter": [None, "pending", "archived"],
    "top_k": 3,
    "threshold": 0.9,
    "enable_reformulation": True,
    "search_mode": "fts",
}
CONFIG = {"storage_config": None}
NONE = [{}, {}, {}]

CALLS = {
    "publish_interaction": [
        {"user_id": "u", "interactions": [TURN]},
        {"user_id": " u ", "interactions": [TURN, FULL_TURN], "source": "web", "session_id": "s1",
         "agent_version": "v2", "skip_aggregation": True, "force_extraction": True},
        {"user_id": "u", "interactions": [{"created_at": 1700000000}], "agent_version": "",
         "wait_for_response": True},
    ],
    "search_interactions": [
        {"user_id": "u"},
        {"user_id": "u", "request_id": "r", "query": "tea", "top_k": 4, "most_recent_k": 2,
         "search_mode": "vector"},
        {"request": {"user_id": "u", "query": None, "top_k": None}},
    ],
    "get_interactions": [
        {"user_id": "u"},
        {"user_id": "u", "top_k": 5},
        {"request": {"user_id": " u", "top_k": None}},
    ],
    "get_all_interactions": [{}, {"limit": 5}, {"limit": 0}],
    "delete_interaction": [
        {"user_id": "u", "interaction_id": 7},
        {"user_id": "u", "interaction_id": 8, "wait_for_response": True},
        {"user_id": " v ", "interaction_id": 9, "wait_for_response": False},
    ],
    "get_requests": [
        {},
        {"user_id": "u", "request_id": "r", "top_k": 3},
        {"request": {"session_id": "s", "offset": 10, "top_k": None}},
    ],
    "delete_request": [
        {"request_id": "r1"},
        {"request_id": " r2 ", "wait_for_response": True},
        {"request_id": "r/3?"},
    ],
    "delete_session": [
        {"session_id": "s1"},
        {"session_id": " s2 ", "wait_for_response": True},
        {"session_id": "s-3"},
    ],
    "delete_requests_by_ids": [
        {"request_ids": ["a"]},
        {"request_ids": ["a", "b", "a"]},
        {"request_ids": [" c "]},
    ],
    "delete_all_interactions": NONE,
    "search_profiles": [
        {"user_id": "u"},
        {"user_id": "u", "generated_from_request_id": "r", "query": "tea", "top_k": 3,
         "source": "web", "custom_feature": "city", "extractor_name": "x", "threshold": 0,
         "enable_reformulation": True, "search_mode": "fts"},
        {"request": {"user_id": "u", "query": "tea", "top_k": None, "threshold": None}},
    ],
    "get_profiles": [
        {"user_id": "u"},
        {"user_id": " u2 ", "top_k": 3, "status_filter": [None, "pending", "archived"]},
        {"request": {"user_id": "u3", "status_filter": []}, "force_refresh": True},
    ],
    "get_all_profiles": [
        {},
        {"limit": 5, "status_filter": "weird x&y"},
        {"limit": 7, "status_filter": "pending"},
    ],
    "delete_profile": [
        {"user_id": "u", "profile_id": "p"},
        {"user_id": "u", "search_query": "tea", "wait_for_response": True},
        {"user_id": " u ", "profile_id": "p", "search_query": "q"},
    ],
    "delete_profiles_by_ids": [
        {"profile_ids": ["p1"]},
        {"profile_ids": ["p1", "p2"]},
        {"profile_ids": [""]},
    ],
    "delete_all_profiles": NONE,
    "get_profile_change_log": NONE,
    "add_user_profile": [
        {"user_profiles": [PROFILE]},
        {"user_profiles": [FULL_PROFILE, PROFILE]},
        {"user_profiles": [{**PROFILE, "source": None, "custom_features": {}}]},
    ],
    "upgrade_profiles": [{}, {"user_id": "u"}, {"only_affected_users": False}],
    "search_user_playbooks": [
        {},
        {**PLAYBOOK_SEARCH, "user_id": "u"},
        {"request": {"query": None, "status_filter": [None], "top_k": 1}},
    ],
    "get_user_playbooks": [
        {},
        {"limit": 3, "user_id": "u", "playbook_name": "rules", "agent_version": "v1",
         "status_filter": [None, "pending"]},
        {"request": {"limit": None, "user_id": ""}},
    ],
    "add_user_playbook": [
        {"user_playbooks": [USER_PLAYBOOK]},
        {"user_playbooks": [FULL_USER_PLAYBOOK, USER_PLAYBOOK]},
        {"user_playbooks": [{"agent_version": "", "request_id": "", "created_at": 1700000000,
                             "trigger": "t"}]},
    ],
    "update_user_playbook": [
        {"user_playbook_id": 1},
        {"user_playbook_id": 2, "playbook_name": "n", "content": "c", "trigger": "t",
         "rationale": "r"},
        {"user_playbook_id": 3, "content": ""},
    ],
    "delete_user_playbook": [
        {"user_playbook_id": 1},
        {"user_playbook_id": 2, "wait_for_response": True},
        {"user_playbook_id": 3, "wait_for_response": False},
    ],
    "delete_user_playbooks_by_ids": [
        {"user_playbook_ids": [1]},
        {"user_playbook_ids": [1, 2]},
        {"user_playbook_ids": [0, -1]},
    ],
    "delete_all_user_playbooks": NONE,
    "upgrade_user_playbooks": [
        {},
        {"agent_version": "v1"},
        {"agent_version": "v1", "playbook_name": "rules"},
    ],
    "search_agent_playbooks": [
        {},
        {**PLAYBOOK_SEARCH, "playbook_status_filter": "approved"},
        {"request": {"query": "q", "playbook_status_filter": None, "threshold": 1}},
    ],
    "get_agent_playbooks": [
        {},
        {"limit": 3, "playbook_name": "rules", "agent_version": "v1", "status_filter": [None],
         "playbook_status_filter": "rejected"},
        {"request": {"limit": None}, "force_refresh": True},
    ],
    "add_agent_playbooks": [
        {"agent_playbooks": [AGENT_PLAYBOOK]},
        {"agent_playbooks": [FULL_AGENT_PLAYBOOK, AGENT_PLAYBOOK]},
        {"agent_playbooks": [{**AGENT_PLAYBOOK, "content": ""}]},
    ],
    "update_agent_playbook": [
        {"agent_playbook_id": 1},
        {"agent_playbook_id": 2, "playbook_name": "n", "content": "c", "trigger": "t",
         "rationale": "r", "playbook_status": "approved"},
        {"agent_playbook_id": 3, "trigger": ""},
    ],
    "update_agent_playbook_status": [
        {"agent_playbook_id": 1, "playbook_status": "pending"},
        {"agent_playbook_id": 2, "playbook_status": "approved"},
        {"agent_playbook_id": 3, "playbook_status": "rejected"},
    ],
    "delete_agent_playbook": [
        {"agent_playbook_id": 1},
        {"agent_playbook_id": 2, "wait_for_response": True},
        {"agent_playbook_id": 3, "wait_for_response": False},
    ],
    "delete_agent_playbooks_by_ids": [
        {"agent_playbook_ids": [1]},
        {"agent_playbook_ids": [1, 2]},
        {"agent_playbook_ids": [0]},
    ],
    "delete_all_agent_playbooks": NONE,
    "delete_all_playbooks": NONE,
    "rerun_profile_generation": [
        {},
        {"user_id": "u", "source": "web", "extractor_names": ["a", "b"]},
        {"request": {"user_id": "u", "extractor_names": None}, "wait_for_response": True},
    ],
    "rerun_playbook_generation": [
        {},
        {"agent_version": "v1", "playbook_name": "rules"},
        {"request": {"agent_version": "", "source": "web"}},
    ],
    "manual_profile_generation": [
        {},
        {"user_id": "u", "source": "web", "extractor_names": ["a"]},
        {"request": {"source": None}},
    ],
    "manual_playbook_generation": [
        {},
        {"agent_version": "v1", "source": "web", "playbook_name": "rules"},
        {"request": {"agent_version": ""}},
    ],
    "run_playbook_aggregation": [
        {"playbook_name": "rules"},
        {"playbook_name": " rules ", "agent_version": "v1", "wait_for_response": True},
        {"request": {"playbook_name": "rules", "agent_version": ""}},
    ],
    "search": [
        {"query": "tea"},
        {"query": " tea ", "top_k": 2, "threshold": 1, "agent_version": "v1",
         "playbook_name": "rules", "user_id": "u", "enable_reformulation": True,
         "conversation_history": [{"role": " user ", "content": "hi"}], "search_mode": "vector"},
        {"request": {"query": "q", "top_k": None, "user_id": None}},
    ],
    "get_agent_success_evaluation_results": [
        {},
        {"limit": 3, "agent_version": "v1"},
        {"request": {"limit": None}},
    ],
    "get_config": NONE,
    "set_config": [
        {"config": CONFIG},
        {"config": {**CONFIG, "batch_size": 4, "batch_interval": 2}},
        {"config": {"storage_config": {"db_path": "a.db"}, "agent_context_prompt": "An agent"}},
    ],
    "whoami": NONE,
    "get_my_config": NONE,
}
