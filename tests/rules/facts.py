"""Ids, what they name, and the shape of the ladder."""

from tests.rules.case import BASE, Case

LADDER = BASE[BASE.index("channels:") : BASE.index("other_routes:")]
THINK = BASE[BASE.index("  - id: think\n") : BASE.index("  - id: talk\n")]
NO_LADDER = """
channels: not stated
urgent: not stated
out_of_hours: not stated
contacts: not stated
stages: not stated
always: not stated
after: not stated
silence: not stated
steps_in: not stated
events: [{id: decision_received, name: the decision was received, ask: When was that?, source: Section 3}]
"""
BUDGET = BASE[BASE.index("budgets:") : BASE.index("always:")].replace(
    "\n      - talk\n      - managers", " all stages"
)

FACTS = (
    Case(
        rule="file-name",
        old="name: Fairmead\n",
        wrong="name: Fairmead\n",
        right=None,
        said="2:1: the file is named 'fair mead'. Name the file with a small letter first, then small letters, digits and hyphens, for example north-town.yaml, but none of: about, api, areas, assets, bank-holidays, compare, offline, openapi, policies, search, site-map, what-now. [file-name]",
    ),
    Case(
        rule="id-form",
        old="  - id: health\n",
        wrong="  - id: Health Services\n",
        right=None,
        besides=("unknown-agency",) * 2,
        said="52:9: agencies[0].id is 'Health Services'. Begin with a small letter, then write small letters, digits and _. [id-form]",
    ),
    Case(
        rule="id-reserved",
        old="  - id: high\n",
        wrong="  - id: unknown\n",
        right=None,
        besides=("unknown-priority",),
        said="60:9: priorities[0].id is 'unknown'. Write another id: the helper uses this word itself. [id-reserved]",
    ),
    Case(
        rule="id-reserved",
        old="  - id: fast\n",
        wrong="  - id: ladder\n",
        right="  - id: fast_ladder\n",
        said="194:9: ladders[0].id is 'ladder'. Write another id: the helper uses this word itself. [id-reserved]",
    ),
    Case(
        rule="id-reserved",
        old="          id: panel\n",
        wrong="          id: use_panel\n",
        right="          id: panel_use\n",
        said="235:15: overlays[0].adds[0].stage.id is 'use_panel'. Write another id: the helper uses this word itself. [id-reserved]",
    ),
    Case(
        rule="id-reserved",
        old="  - Fairmead\n",
        wrong="  - Fairmead\n  - First\n",
        right="  - Fairmead\n  - First Fields\n",
        said="5:5: areas[1] is 'First'. Write the area's name in full. [id-reserved]",
    ),
    Case(
        rule="id-twice",
        old="      - id: fast_heads\n",
        wrong="      - id: heads\n",
        right="      - id: fast_directors\n",
        said="200:13: ladders[0].stages[0].id is 'heads' again. Write one of its own: stages[3].id has it already. [id-twice]",
    ),
    Case(
        rule="id-twice",
        old="  - id: think\n",
        wrong="  - id: upper_fairmead\n",
        right="  - id: upper\n",
        said="5:5: areas[1] is 'Upper Fairmead' again. Write one of its own: stages[0].id has it already. [id-twice]",
    ),
    Case(
        rule="unknown-stage",
        old="      - talk\n      - managers\n",
        wrong="      - talk\n      - mangers\n",
        right="      - talk\n      - panel\n",
        said="258:9: budgets[0].covers[1] is 'mangers'. Did you mean managers? Write one of the stages: think, talk, managers, heads, fast_heads, panel. [unknown-stage]",
    ),
    Case(
        rule="unknown-stage",
        old="  - stages:\n      - talk\n",
        wrong="  - stages:\n      - call\n",
        right="  - stages:\n      - heads\n",
        said="34:9: channels[0].stages[0] is 'call'. Write one of the stages: think, talk, managers, heads, fast_heads, panel. [unknown-stage]",
    ),
    Case(
        rule="unknown-stage",
        old="  - stage: managers\n",
        wrong="  - stage: board\n",
        right="  - stage: heads\n",
        said="225:12: start_higher[0].stage is 'board'. Write one of the stages: think, talk, managers, heads, fast_heads, panel. [unknown-stage]",
    ),
    Case(
        rule="unknown-stage",
        old="  stage: heads\n",
        wrong="  stage: head\n",
        right="  stage: managers\n",
        said="271:10: steps_in.stage is 'head'. Did you mean heads? Write one of the stages: think, talk, managers, heads, fast_heads, panel. [unknown-stage]",
    ),
    Case(
        rule="unknown-stage",
        old="      - after: managers\n",
        wrong="      - after: panel\n",
        right="      - after: talk\n",
        said="233:16: overlays[0].adds[0].after is 'panel'. Write one of the stages of a ladder: think, talk, managers, heads, fast_heads. [unknown-stage]",
    ),
    Case(
        rule="unknown-stage",
        old="expect: {state: emergency}",
        wrong="expect: {state: emergency, stage: tal}",
        right=None,
        said="314:39: scenarios[0].expect.stage is 'tal'. Did you mean talk? Write one of the stages: think, talk, managers, heads, fast_heads, panel. [unknown-stage]",
    ),
    Case(
        rule="unknown-form",
        old="        form: log\n",
        wrong="        form: logs\n",
        right="",
        said="147:15: stages[2].records[0].form is 'logs'. Did you mean log? Write one of the forms: log. [unknown-form]",
    ),
    Case(
        rule="unknown-agency",
        old="    agency: health\n    area: Fairmead\n",
        wrong="    agency: helth\n    area: Fairmead\n",
        right="    area: Fairmead\n",
        said="49:13: contacts[0].agency is 'helth'. Did you mean health? Write one of the agencies: health. [unknown-agency]",
    ),
    Case(
        rule="unknown-agency",
        old="      - agency: health\n",
        wrong="      - agency: police\n",
        right=None,
        said="156:17: stages[2].roles[0].agency is 'police'. Write one of the agencies: health. [unknown-agency]",
    ),
    Case(
        rule="unknown-area",
        old="    area: Fairmead\n",
        wrong="    area: Farmead\n",
        right="    area: Upper Fairmead\n",
        said="50:11: contacts[0].area is 'Farmead'. Did you mean Fairmead? Write one of the areas: Fairmead, Upper Fairmead. [unknown-area]",
    ),
    Case(
        rule="unknown-area",
        old="  - area: Upper Fairmead\n",
        wrong="  - area: Lower Wold\n",
        right="  - area: Fairmead\n",
        said="230:11: overlays[0].area is 'Lower Wold'. Write one of the areas: Fairmead, Upper Fairmead. [unknown-area]",
    ),
    Case(
        rule="unknown-event",
        old="        or_from: decision_received\n",
        wrong="        or_from: decision_recieved\n",
        right=None,
        said="179:18: stages[3].timescales[0].or_from is 'decision_recieved'. Did you mean decision_received? Write one of these: start of the first stage, end of the stage before, start of this stage, not stated, decision_received. [unknown-event]",
    ),
    Case(
        rule="unknown-event",
        old="        counts_from: start of this stage\n",
        wrong="        counts_from: start of the stage\n",
        right="        counts_from: end of the stage before\n",
        said="132:22: stages[2].timescales[0].counts_from is 'start of the stage'. Did you mean start of this stage? Write one of these: start of the first stage, end of the stage before, start of this stage, not stated, decision_received. [unknown-event]",
    ),
    Case(
        rule="unknown-priority",
        old="        priority: high\n",
        wrong="        priority: hihg\n",
        right="",
        said="135:19: stages[2].timescales[0].priority is 'hihg'. Did you mean high? Write one of the priorities: high. [unknown-priority]",
    ),
    Case(
        rule="last-stage-ends",
        old="""    ends:
      power: decides
      binding: yes
      does: The heads' decision is final.
      source: Stage 3
""",
        wrong="",
        right="    ends: {power: mediates, binding: no, does: They mediate., source: Stage 3}\n",
        said="161:5: stages[3].ends is missing. Write ends: for the last stage and for no other. [last-stage-ends]",
    ),
    Case(
        rule="last-stage-ends",
        old="    source: Stage 0\n  - id: talk\n",
        wrong="    source: Stage 0\n    ends: {power: advises, binding: no, does: It ends., source: Stage 0}\n  - id: talk\n",
        right="    source: Stage nought\n  - id: talk\n",
        said="85:11: stages[0].ends stands at a stage that is not the last. Write ends: for the last stage and for no other. [last-stage-ends]",
    ),
    Case(
        rule="many-stages",
        old=THINK,
        wrong="".join(THINK.replace("id: think", f"id: think{number or ''}") for number in range(20)),
        right=THINK.replace("Think it over", "Talk it over"),
        besides=("same-stage",) * 19,
        said="65:3: stages has 25 stages with all ladders and areas. Write at most 24, or two policies. [many-stages]",
    ),
    Case(
        rule="same-stage",
        old="          id: panel\n          name: Panel\n",
        wrong="          id: panel\n          name: Panel\n          label: Stage 3\n",
        right="          id: panel\n          name: Panel\n          label: Stage 3U\n",
        said="237:18: overlays[0].adds[0].stage.label is 'Stage 3' again. Write one of its own. A stage that an area adds comes besides the others, in the place of none. [same-stage]",
    ),
    Case(
        rule="same-stage",
        old="    label: Stage 3\n",
        wrong="    label: stage 2\n",
        right="    label: Stage 4\n",
        said="162:12: stages[3].label is 'stage 2' again. Write one of its own. A stage that an area adds comes besides the others, in the place of none. [same-stage]",
    ),
    Case(
        rule="added-after-last",
        old="      - after: managers\n",
        wrong="      - after: heads\n",
        right="      - after: talk\n",
        said="233:16: overlays[0].adds[0].after is 'heads'. That is the last stage, which ends it: write an earlier one. [added-after-last]",
    ),
    Case(
        rule="before-raising",
        old="    ends:\n      power: decides\n      binding: yes\n",
        wrong="    before_raising: yes\n    ends:\n      power: decides\n      binding: yes\n",
        right="    before_raising: no\n    ends:\n      power: decides\n      binding: yes\n",
        said="187:21: stages[3].before_raising is 'yes'. Leave it out: only stages at the foot of the ladder come before the concern is raised. [before-raising]",
    ),
    Case(
        rule="start-higher-first",
        old="  - stage: managers\n",
        wrong="  - stage: talk\n",
        right="  - stage: heads\n",
        said="225:12: start_higher[0].stage is 'talk'. That is no later than the first stage: write a later one. [start-higher-first]",
    ),
    Case(
        rule="no-ladder",
        old=LADDER,
        wrong=NO_LADDER + BUDGET,
        right=NO_LADDER + "budgets: not stated\n",
        said="43:1: budgets needs a ladder. Write not stated: stages is 'not stated'. [no-ladder]",
    ),
    Case(
        rule="days-in-order",
        old="issued: 2026-03-02",
        wrong="issued: 2026-10-02",
        right="issued: 2026-10-01",
        said="14:11: document.issued is 2026-10-02, but taken is 2026-10-01, which is before it. One of the two is wrong: nobody can take facts from a document before it is issued. [days-in-order]",
    ),
)
