"""What is found while a file is read, and the scenario that is answered otherwise."""

from tests.rules.case import Case

READING = (
    Case(
        rule="unreadable",
        old="name: Fairmead\n",
        wrong="name: Fairmead: escalation\n",
        right='name: "Fairmead: escalation"\n',
        said="2:15: there is “: ” inside a text, or this line is indented too far. Put the text in double quotes, or move the line to its level. [unreadable]",
    ),
    Case(
        rule="twice",
        old="stage_word: stage\n",
        wrong="stage_word: stage\nstage_word: step\n",
        right="stage_word: step\n",
        said="8:1: stage_word stands here again. It is already at line 7: keep one. [twice]",
    ),
    Case(
        rule="alias",
        old="name: Fairmead\n",
        wrong="name: *it\n",
        right='name: "*it"\n',
        said="2:7: name is an alias (*). Write the value itself once more, or put the text in double quotes if it begins with *. [alias]",
    ),
    Case(
        rule="mark",
        old="name: Fairmead\n",
        wrong="name: &Fairmead Town\n",
        right='name: "&Fairmead Town"\n',
        said="2:7: name begins with & or !. Put the text in double quotes. [mark]",
    ),
    Case(
        rule="cut-off",
        old="name: Talk\n",
        wrong="name: Talk to unit #4\n",
        right='name: "Talk to unit #4"\n',
        said="87:11: stages[1].name is cut off at #. Put the text in double quotes, or a remark on a line of its own. [cut-off]",
    ),
    Case(
        rule="too-deep",
        old="name: Fairmead\n",
        wrong="name: [[[[[[[[[[[[[[Fairmead]]]]]]]]]]]]]]\n",
        right="name: Fairmead Town\n",
        besides=("not-a-value",),
        said="2:19: name[0][0][0][0][0][0][0][0][0][0][0][0] is nested too deep. Write at most 12 levels. [too-deep]",
    ),
    Case(
        rule="hidden-character",
        old="name: Talk\n",
        wrong='name: "Talk\\u202e"\n',
        right="name: Talk first\n",
        said="87:11: stages[1].name has a hidden character that turns text around (U+202E). Delete it. [hidden-character]",
    ),
    Case(
        rule="too-many",
        old="name: Fairmead\n",
        wrong="".join(f"name{number}: Fairmead\n" for number in range(150)),
        right="name: Fairmead Town\n",
        besides=("unknown-field",) * 100,
        said="2:1: the file has over 100 faults. Mend these, then check it again. [too-many]",
    ),
    Case(
        rule="not-filled-in",
        old="division: england-and-wales\n",
        wrong="division: FILL IN\n",
        right="division: scotland\n",
        said="22:11: division is not filled in yet. Write one of: england-and-wales, scotland, northern-ireland. [not-filled-in]",
    ),
    Case(
        rule="missing-field",
        old="    theirs: the panel\n".replace("    ", "          "),
        wrong="",
        right="          theirs: the Fairmead panel\n",
        said="235:11: overlays[0].adds[0].stage.theirs is missing. Write theirs: and then text. [missing-field]",
    ),
    Case(
        rule="unknown-field",
        old="scope: children\n",
        wrong="scope: children\nscoop: children\n",
        right="scope: adults\n",
        said="24:1: scoop is not a field here. Fields not yet used: vocabulary, status_quo, cross_border, quick_exit, id. [unknown-field]",
    ),
    Case(
        rule="unknown-field",
        old="overlays:\n  - area: Upper Fairmead\n",
        wrong="overlays:\n  - area: Upper Fairmead\n    changes: the managers\n",
        right=None,
        said="231:5: overlays[0].changes is not a field here. Fields not yet used: link, opts_out. An overlay adds and changes nothing: where an area replaces a stage or has another limit, write a file of its own for it. [unknown-field]",
    ),
    Case(
        rule="not-a-value",
        old="issued: 2026-03-02",
        wrong="issued: 2 March 2026",
        right="issued: 2026-03-01",
        said="14:11: document.issued is '2 March 2026'. Write a day as year-month-day (for example 2026-11-21) or a month alone (2026-11) or not stated. [not-a-value]",
    ),
    Case(
        rule="empty-list",
        old="always: not stated\n",
        wrong="always: []\n",
        right="always:\n  - {who: You, does: keep a record., strength: must, source: Section 5}\n",
        said="267:9: always is an empty list. Write at least one item, or not stated. [empty-list]",
    ),
    Case(
        rule="own-id",
        old="name: Fairmead\n",
        wrong="name: Fairmead\nid: fairmead\n",
        right="name: Fairmead Town\n",
        said="3:1: id is not a field here. Leave it out: the file's name is the id. [own-id]",
    ),
    Case(
        rule="scenario",
        old="expect: {state: emergency}",
        wrong="expect: {state: not_raised}",
        right=None,
        said=(
            "314:21: scenarios[0].expect.state expects not_raised, and the helper says emergency. "
            "Work it out by hand, then put the scenario or the facts right. [scenario]"
        ),
    ),
    Case(
        rule="answer-not-asked",
        old="    answers: {immediate_danger: yes}\n",
        wrong="    answers: {immediate_danger: yes, stage: talk}\n",
        right=None,
        said=(
            "313:45: warning: scenarios[0].answers.stage is ‘talk’, and the helper does not ask this here. It "
            "changes nothing: leave it out. If you expected the question, look at the answers before it and "
            "at the facts that it depends on. [answer-not-asked]"
        ),
    ),
    Case(
        rule="no-dead-end",
        old="name: Fairmead\n",
        wrong="name: Nowhere\n",
        right="name: Fairmead Town\n",
        said="2:1: the file leads astray. Mend it. [no-dead-end]",
    ),
)
