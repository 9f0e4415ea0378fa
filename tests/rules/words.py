"""What has grown old, and words, addresses and names."""

from tests.rules.case import LATER, Case

WORDS = (
    Case(
        rule="silence-as-text",
        old="    email: office@fairmead.example\n",
        wrong="    email: not published\n",
        right="    email: not stated\n",
        said="44:12: contacts[0].email is 'not published', which pages would print as it stands. Write not stated, in small letters, where the field may be silent. Else name whom or what the policy means, or leave the item out. [silence-as-text]",
    ),
    Case(
        rule="silence-as-text",
        old="      - who: Your line manager\n",
        wrong="      - who: not stated\n",
        right="      - who: The line manager\n",
        said="145:14: stages[2].records[0].who is 'not stated', which pages would print as it stands. Write not stated, in small letters, where the field may be silent. Else name whom or what the policy means, or leave the item out. [silence-as-text]",
    ),
    Case(
        rule="review-passed",
        old="review: 2028-04-01",
        wrong="review: 2026-11-20",
        right="review: 2026-11-21",
        said="21:11: warning: document.review is 2026-11-20, which has passed. Look for the new version. If there is none, ask the partnership whether this one still holds. [review-passed]",
    ),
    Case(
        rule="no-review-date",
        old="  issued: 2026-03-02\n  issued_as: approved on\n  taken: 2026-10-01\n"
        '  link: https://fairmead.example/escalation\n  version: "4"\n'
        "  approved_by: The partnership's executive\n  effective: 2026-04-01\n  review: 2028-04-01\n",
        wrong="  issued: 2023-03-02\n  issued_as: approved on\n  taken: 2026-10-01\n"
        '  link: https://fairmead.example/escalation\n  version: "4"\n'
        "  approved_by: The partnership's executive\n  effective: 2023-11-21\n  review: not stated\n",
        right="  issued: 2023-03-02\n  issued_as: approved on\n  taken: 2026-10-01\n"
        '  link: https://fairmead.example/escalation\n  version: "4"\n'
        "  approved_by: The partnership's executive\n  effective: 2023-11-22\n  review: not stated\n",
        said="21:11: warning: document.review is not stated, and the document is from Tuesday 21 November 2023. Ask the partnership whether it is still in force and when it will be reviewed. [no-review-date]",
    ),
    Case(
        rule="no-review-date",
        old="  issued: 2026-03-02\n  issued_as: approved on\n  taken: 2026-10-01\n"
        '  link: https://fairmead.example/escalation\n  version: "4"\n'
        "  approved_by: The partnership's executive\n  effective: 2026-04-01\n  review: 2028-04-01\n",
        wrong="  issued: not stated\n  taken: 2026-10-01\n"
        "  link: https://fairmead.example/escalation\n  version: not stated\n"
        "  approved_by: The partnership's executive\n  effective: not stated\n  review: not stated\n",
        right="  issued: not stated\n  taken: 2026-10-01\n"
        '  link: https://fairmead.example/escalation\n  version: "4"\n'
        "  approved_by: The partnership's executive\n  effective: not stated\n  review: not stated\n",
        said="20:11: warning: document.review is not stated, and the document bears no date. Ask the partnership whether it is still in force and when it will be reviewed. [no-review-date]",
    ),
    Case(
        rule="contact-unchecked",
        old="    checked: 2026-10-01\n",
        wrong="    checked: 2025-11-21\n",
        right="    checked: 2025-11-22\n",
        said="47:14: warning: contacts[0].checked is 2025-11-21, and a year has passed since. Check that the contact is still published, then write the day on which you did. [contact-unchecked]",
    ),
    Case(
        rule="holidays-ending",
        old="division: england-and-wales\n",
        wrong="division: scotland\n",
        right=None,
        today=LATER,
        besides=("contact-unchecked",),
        said="22:11: warning: division has published bank holidays up to 2028 only. Take in the newer list: guide holidays FILE. Without it, dates after 2028 are provisional. [holidays-ending]",
    ),
    Case(
        rule="superseded",
        old="review: 2028-04-01\n",
        wrong="review: 2025-04-01\n  superseded_by: {text: Version 5 replaced it., source: The partnership}\n",
        right=None,
        said="22:18: warning: document.superseded_by is filled in: this document is no longer in force. Take the facts from the document that replaced it, or take the policy off the site. [superseded]",
    ),
    Case(
        rule="day-to-come",
        old="  taken: 2026-10-01\n",
        wrong="  taken: 2026-11-22\n",
        right="  taken: 2026-11-21\n",
        said="16:10: warning: document.taken is 2026-11-22, which is still to come. Write a day up to 2026-11-21. [day-to-come]",
    ),
    Case(
        rule="lscb",
        old="      - text: Tell your line manager what is in dispute.\n",
        wrong="      - text: Tell the local safeguarding children board.\n",
        right="      - text: Tell the safeguarding partnership.\n",
        said="125:15: warning: stages[2].do[0].text says “local safeguarding children board”. Write the partnership’s name, or “the safeguarding partnership”. Quotes and names stay as they are. [lscb]",
    ),
    Case(
        rule="lscb",
        old="        does: fills in the log.\n",
        wrong="        does: fills in the log for the LSCB.\n",
        right="        does: fills in the log for the partnership.\n",
        said="146:15: warning: stages[2].records[0].does says “LSCB”. Write the partnership’s name, or “the safeguarding partnership”. Quotes and names stay as they are. [lscb]",
    ),
    Case(
        rule="old-guidance",
        old="  - text: The child comes first.\n",
        wrong="  - text: Working Together to Safeguard Children (2018) says so.\n",
        right="  - text: Working Together to Safeguard Children says so.\n",
        said="30:11: warning: principles[0].text names Working Together to Safeguard Children 2018. There is an edition of 2026: write that if it says the same, or leave the year out. [old-guidance]",
    ),
    Case(
        rule="old-guidance",
        old="  - text: The child comes first.\n",
        wrong="  - text: Keeping children safe in education, September 2024, says so.\n",
        right="  - text: Keeping children safe in education, September 2026, says so.\n",
        said="30:11: warning: principles[0].text names Keeping children safe in education 2024. There is an edition of 2025: write that if it says the same, or leave the year out. [old-guidance]",
    ),
    Case(
        rule="guidance-of-england",
        old="division: england-and-wales\nscope: children\n",
        wrong="division: northern-ireland\nscope: children\nvocabulary: {lead: lead who knows Working Together to Safeguard Children}\n",
        right="division: northern-ireland\nscope: children\n",
        said="24:20: warning: vocabulary.lead names Working Together to Safeguard Children. That is England’s guidance: name the guidance of your own country, or leave it out. [guidance-of-england]",
    ),
    Case(
        rule="plain-http",
        old="  link: https://fairmead.example/escalation\n",
        wrong="  link: http://fairmead.example/escalation\n",
        right="  link: https://www.fairmead.example/escalation\n",
        said="17:9: warning: document.link has http://fairmead.example/escalation, which others on the network can read and change. Open the address with https:// and write that if it works. [plain-http]",
    ),
    Case(
        rule="web-address",
        old="  link: https://fairmead.example/escalation\n",
        wrong="  link: www.fairmead.example/escalation\n",
        right="  link: not stated\n",
        said="17:9: document.link is 'www.fairmead.example/escalation'. Write the whole address, beginning with https://, or write not stated if none is published. [web-address]",
    ),
    Case(
        rule="web-address",
        old="    email: office@fairmead.example\n    link: not stated\n",
        wrong="    email: office@fairmead.example\n    link: the website\n",
        right="    email: office@fairmead.example\n    link: https://fairmead.example/office\n",
        said="45:11: contacts[0].link is 'the website'. Write the whole address, beginning with https://, or write not stated if none is published. [web-address]",
    ),
    Case(
        rule="web-address",
        old="    link: not stated\n    filled_by",
        wrong="    link: https://fairmead.example/the log\n    filled_by",
        right="    link: https://fairmead.example/log\n    filled_by",
        said="292:11: forms[0].link is 'https://fairmead.example/the log'. Write the whole address, beginning with https://, or write not stated if none is published. [web-address]",
    ),
    Case(
        rule="same-field",
        old="    when: not stated\n    source: Stage 2\nbriefing:",
        wrong="    when: not stated\n    source: Stage 2\n    fields:\n      - label: Date\n      - label: date\nbriefing:",
        right="    when: not stated\n    source: Stage 2\n    fields:\n      - label: Date\n      - label: Date of meeting\nbriefing:",
        said="299:16: forms[0].fields[1].label is 'date' again. Write what sets it apart. [same-field]",
    ),
    Case(
        rule="web-address",
        old="    instead: Write to the chair.\n",
        wrong="    instead: Write to the chair.\n    link: //fairmead.example/dissent\n",
        right="    instead: Write to the chair.\n    link: https://fairmead.example/dissent\n",
        said="279:11: other_routes[0].link is '//fairmead.example/dissent'. Write the whole address, beginning with https://, or leave it out if none is published. [web-address]",
    ),
    Case(
        rule="web-address",
        old="  - area: Upper Fairmead\n",
        wrong="  - area: Upper Fairmead\n    link: upperfairmead.example\n",
        right="  - area: Upper Fairmead\n    link: https://upperfairmead.example\n",
        said="231:11: overlays[0].link is 'upperfairmead.example'. Write the whole address, beginning with https://, or leave it out if none is published. [web-address]",
    ),
    Case(
        rule="phone",
        old="    phone: 01632 960999\n",
        wrong="    phone: duty@fairmead.example\n",
        right="    phone: 01632 960999, option 2\n",
        said="43:12: contacts[0].phone is 'duty@fairmead.example', which is no telephone number. Write the number as it is published, or not stated. An e-mail address goes in email, whom to ask for in role. [phone]",
    ),
    Case(
        rule="phone",
        old="    phone: 01632 960999\n",
        wrong="    phone: ring the duty desk\n",
        right="    phone: 999\n",
        said="43:12: contacts[0].phone is 'ring the duty desk', which is no telephone number. Write the number as it is published, or not stated. An e-mail address goes in email, whom to ask for in role. [phone]",
    ),
    Case(
        rule="phone",
        old="    phone: 01632 960999\n",
        wrong="    phone: 01632 96O999\n",
        right="    phone: 01632 960999 ext 123\n",
        said="43:12: contacts[0].phone is '01632 96O999', with a letter in “96O999”. Look at the number in the policy once more, and write digits: 0 for O, 1 for I or l. [phone]",
    ),
    Case(
        rule="phone",
        old="    phone: 01632 960999\n",
        wrong='    phone: "01632"\n',
        right="    phone: not stated\n",
        said="43:12: contacts[0].phone is '01632': a number that begins with 0 has 10 or 11 digits, not 5. Write the whole number, with the area code, as it is published; write “or” between two, and “ext” before an extension. [phone]",
    ),
    Case(
        rule="phone-length",
        old="    phone: 01632 960999\n",
        wrong="    phone: 01632 9609991\n",
        right="    phone: 01632 960999 (24 hours)\n",
        said="43:12: warning: contacts[0].phone is '01632 9609991': a number that begins with 0 has 10 or 11 digits, not 12. Write the whole number, with the area code, as it is published; write “or” between two, and “ext” before an extension. [phone-length]",
    ),
    Case(
        rule="email",
        old="    email: office@fairmead.example\n",
        wrong="    email: 01632 960999\n",
        right="    email: not stated\n",
        said="44:12: contacts[0].email is '01632 960999', which is no e-mail address. Write one address alone, for example safeguarding@northtown.example, or not stated. A telephone number goes in phone. [email]",
    ),
    Case(
        rule="marks-around",
        old="      - says: the managers will speak\n",
        wrong="      - says: “the managers will ‘speak’”.\n",
        right="      - says: “the managers” will “speak”\n",
        said="153:15: warning: stages[2].quotes[0].says has quotation marks around it. Leave them out: the pages set them. Those inside the words stay. [marks-around]",
    ),
    Case(
        rule="marks-around",
        old="    says: by phone or in person\n",
        wrong="    says: '\"by phone or in person\"'\n",
        right="    says: ‘by phone’ or ‘in person’\n",
        said="37:11: warning: channels[0].says has quotation marks around it. Leave them out: the pages set them. Those inside the words stay. [marks-around]",
    ),
    Case(
        rule="marks-around",
        old="    name: Managers\n",
        wrong="    name: “Managers”\n",
        right="    name: The “managers” meet\n",
        said="118:11: warning: stages[2].name has quotation marks around it. Leave them out: the pages would show them as part of the name. Those inside the words stay. [marks-around]",
    ),
    Case(
        rule="long-quote",
        old="      - says: the managers will speak\n",
        wrong="      - says: the managers will speak" + " and speak again" * 19 + "\n",
        right="      - says: the managers will speak" + " and speak again" * 18 + " twice\n",
        said="153:15: warning: stages[2].quotes[0].says has 61 words. Write at most 60: the words that say it, with “…” where you leave some out. A second fact is a quote of its own. [long-quote]",
    ),
    Case(
        rule="persons-name",
        old="  - role: Partnership office\n",
        wrong="  - role: Example Nobody, office manager\n",
        right="  - role: Business Support Team\n",
        said="42:11: warning: contacts[0].role seems to name a person, “Example Nobody”. Write the role alone: people move on. If it is no person’s name, leave it as it is. [persons-name]",
    ),
    Case(
        rule="persons-name",
        old="        role: Named nurse\n",
        wrong="        role: Ms Nobody (named nurse)\n",
        right="        role: Named nurse, Upper Fairmead\n",
        said="158:15: warning: stages[2].roles[0].role seems to name a person, “Ms Nobody”. Write the role alone: people move on. If it is no person’s name, leave it as it is. [persons-name]",
    ),
    Case(
        rule="persons-name",
        old="  approved_by: The partnership's executive\n",
        wrong="  approved_by: Example O’Nobody\n",
        right="  approved_by: Fairmead Executive Group\n",
        said="19:16: warning: document.approved_by seems to name a person, “Example O’Nobody”. Write the role alone: people move on. If it is no person’s name, leave it as it is. [persons-name]",
    ),
    Case(
        rule="persons-mailbox",
        old="    email: office@fairmead.example\n",
        wrong="    email: example.nobody@fairmead.example\n",
        right="    email: fairmead.escalation@fairmead.example\n",
        said="44:12: warning: contacts[0].email is 'example.nobody@fairmead.example', which looks like one person’s. Write the address of a team or office: one person’s is not read when they are away. [persons-mailbox]",
    ),
    Case(
        rule="short-form",
        old="      - text: Your head of service rings theirs.\n",
        wrong="      - text: Your head of service rings the CSPB.\n",
        right="      - text: Your head of service rings the cross-services panel board (CSPB).\n",
        said="170:15: warning: stages[3].do[0].text has the short form CSPB without its meaning. Write it in full, or explain it once in the file: “CSPB is …” or “… (CSPB)”. [short-form]",
    ),
    Case(
        rule="short-form",
        old="  - text: a decision about a plan\n",
        wrong="  - text: a decision of the QZRT\n",
        right="  - text: a decision of the NHS, of FSCP or by https://fairmead.example/AB/QZRT\n",
        said="27:11: warning: use_when[0].text has the short form QZRT without its meaning. Write it in full, or explain it once in the file: “QZRT is …” or “… (QZRT)”. [short-form]",
    ),
)
