"""English documents: the skeleton of UNDP, the one table of WFP, the running text of OCHA, a register of audits."""

# ruff: noqa: E501 - a line of truth is one action

from docx.oxml import OxmlElement
from word_documents import Rows, a_document, saved

from shapes.truth import Truth, across, beside, landscape, lined, rows, shape, sheet


@shape(
    "en skeleton of UNDP",
    """
subject: Mid-term evaluation of the Inclusive Local Governance Project
date: 2026-03-09
# 1 | Reduce the number of outputs in the results framework. | Agree → accepted | The framework grew with every amendment.
1.1 | Revise the results framework with the project board | June 2026 → 2026-06 | Project manager | Completed → completed | Endorsed by the board on 4 June.
1.2 | Align the monitoring plan | Q3 2026 → 2026-07..2026-09 | M&E officer | Initiated → ongoing | First draft circulated.
# 2 | Recruit a gender specialist. | Partially agree → partially_accepted | Funds allow for a part-time post only.
2.1 | Draft terms of reference | 30 April 2026 → 2026-04-30 | Operations unit; Gender focal point → Operations unit; Gender focal point | Completed → completed | Shared with the regional hub.
2.2 | Advertise the post | by end of May 2026 → ..2026-05-31 | Human resources unit | Not initiated → not_started |
# 3 | Transfer the project to the municipality. | Disagree → rejected | The municipality has no legal mandate yet.
3.1 | Review the option at the final evaluation | 2028 → 2028 | Project board | Not initiated → not_started | Depends on the new law.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "Title> Evaluation Management Response",
        [
            ["Evaluation title:", truth.subject],
            ["Date:", "9 March 2026"],
            ["Prepared by:", "A. Kamara\tPosition: Programme analyst\tUnit/Bureau: Governance"],
            ["Cleared by:", "Deputy Resident Representative"],
        ],
    ]
    for part in truth.parts:
        blocks.append(
            [
                across(f"Evaluation Recommendation {part.number}: {part.title}", 5),
                across(f"Management Response: {part.said}. {part.answer}", 5),
                ["Key Action(s)", "Time Frame", "Responsible Unit(s)", "Tracking*", "<"],
                ["^", "^", "^", "Status", "Comments"],
                *rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}"),
            ]
        )
        blocks.append("")
    return [*blocks, "* The implementation status is tracked in the database."]


@shape(
    "en one landscape table",
    """
subject: Management response to the evaluation of the school meals operation in Laos
date: 2026-02-02
# 1 | Develop a hand-over strategy with the government (short-term) | Accepted → accepted | A road map exists since 2024.
 | Agree on milestones with the ministry | March 2026 → 2026-03 | Head of programme
 | Cost the national programme | December 2026 → 2026-12 | Policy unit
# 2 | Link schools with local farmers (medium-term) | Partially accepted → partially_accepted | Feasible in the southern districts only.
 | Pilot in twelve schools | September 2026 - June 2027 → 2026-09..2027-06 | Sub-office Pakse
 | Train farmer groups in storage | by 31 October 2026 → 2026-10-31 | Sub-office Pakse; partner CARDI → Sub-office Pakse; partner CARDI
 | Review the pilot | Q3 2027 → 2027-07..2027-09 | M&E unit
# 3 | Introduce cash in place of food (long-term) | Not accepted → rejected | Markets are too thin.
 | Repeat the market survey | 2027 → 2027 | VAM unit
# 4 | Improve the storage of food in schools (short-term) | Accepted → accepted | Losses were above two percent in the rainy season.
 | Distribute pallets and scales to 280 schools | May 2026 → 2026-05 | Logistics unit
 | Train cooks and storekeepers | August 2026 → 2026-08 | Sub-office Oudomxay
 | Inspect stores twice a year | ongoing → ~ | Field monitors
# 5 | Report on nutrition and not only on attendance (medium-term) | Accepted → accepted | Two indicators will be added to the monthly report.
 | Select indicators with the health ministry | Q2 2026 → 2026-04..2026-06 | Nutrition officer
 | Collect baseline data in sixty schools | by end of September 2026 → ..2026-09-30 | M&E unit
 | Publish the first report | January 2027 → 2027-01 | M&E unit; Nutrition officer → M&E unit; Nutrition officer
# 6 | Give village committees a say in the menu (short-term) | Partially accepted → partially_accepted | Committees may choose among the foods that are available.
 | Hold a meeting in each village before the school year | July 2026 → 2026-07 | Field monitors
 | Adapt the guidelines for committees | 15 June 2026 → 2026-06-15 | Head of programme
# 7 | Diversify the sources of funding (long-term) | Accepted → accepted | One donor provides eighty percent of the budget.
 | Map possible donors in the region | October 2026 → 2026-10 | Partnerships unit
 | Prepare three proposals | first half of 2027 → 2027-01..2027-06 | Partnerships unit
 | Present the programme at the donor round table | November 2026 → 2026-11 | Country director
# 8 | Plan the evaluation of the next phase early (medium-term) | Accepted → accepted | The baseline will be part of the new phase.
 | Include the evaluation in the budget | December 2026 → 2026-12 | Policy unit
 | Draft terms of reference | Q1 2028 → 2028-01..2028-03 | M&E unit
""",
    suffixes="docx pdf",
    own="Further funding required (Y/N)",
)
def _(truth: Truth) -> bytes:
    document = a_document(f"Heading 1> {truth.subject}", "Vientiane, 2 February 2026")
    landscape(document.sections[0])
    top = [
        "Evaluation recommendations",
        "Management response: accepted, partially accepted or not accepted, and comment",
    ]
    below = ["Action", "Responsible unit", "Time frame", "Further funding required (Y/N)"]
    left, right = ("Recommendation {number}: {title}", "{said}. {answer}"), ("{text}", "{who}", "{when}")
    cells = beside(truth.parts, left, right)
    found = [[*row, yes] for row, yes in zip(cells, "NYYNNN" + "YNNNNY" + "NNYYNYN", strict=True)]
    titles = [[*top, "Management – action to be taken", "<", "<", "<"], ["^", "^", *below]]
    for row in lined(document, [*titles, *found]).rows[:2]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # they come again on every page
    return saved(document)


@shape(
    "en running text with key actions",
    """
subject: Evaluation of the country-based pooled fund
date: 2026-04-21
# 1 | The fund should publish its allocation criteria every quarter. | Accepted → accepted | The criteria are on the website since January.
 | Publish criteria per cluster | 2026/06 → 2026-06 | Fund manager | Initiated → ongoing | Two clusters remain.
 | Translate the criteria into Arabic | 2026/09 → 2026-09 | Communications unit | Not initiated → not_started |
# 2 | The advisory board should include two national NGOs. | Accepted → accepted | Elections were held.
 | Amend the terms of the board | 2026/05 → 2026-05 | Fund manager | Completed → completed | Amended on 12 May.
# 3 | The fund should finance core costs. | Rejected → rejected | Global guidelines do not allow this.
""",
    own="Documents",
    kept="minutes.pdf HIGH PRIORITY",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = ["Key Action", "Responsible", "Due Date", "Status", "Comments", "Documents"]
    blocks: list[str | Rows] = [f"Heading 1> {truth.subject}", "Management response plan", "Date: 21 April 2026"]
    for part in truth.parts:
        blocks += ["HIGH PRIORITY"] if part.number == "1" else []
        blocks += [f"{part.number}. Recommendation: {part.title}", f"Management Response: {part.said}. {part.answer}"]
        found = rows(part.actions, "{text}", "{who}", "{when}", "{said}", "{comment}")
        blocks += ["Key Actions:", [titles, *([*row, "minutes.pdf"] for row in found)]] if found else []
    return blocks


@shape(
    "en register of an audit",
    """
subject: Internal audit follow-up register
date:
# IA-07 | Separate ordering from paying |
 | Appoint a second signatory | 31/01/2026 → 2026-01-31 | Finance director | Closed → completed |
# IA-09 | Keep an inventory of vehicles |
 | Count all vehicles and enter them in the register | 30/06/2026 → 2026-06-30 | Logistics manager | Open → not_started |
# IA-12 | Screen suppliers against sanction lists |
 | Buy a licence for the screening tool | 31/12/2026 → 2026-12-31 | Procurement officer | In progress → ongoing |
""",
    suffixes="xlsx",
)
def _(truth: Truth) -> bytes:
    titles = ["Unique number", "Recommendation", "Action taken", "Responsibility", "Due date", "Status"]
    return sheet(
        [
            across(truth.subject, 6),
            titles,
            *beside(truth.parts, ("{number}", "{title}"), ("{text}", "{who}", "{when}", "{said}")),
        ]
    )
