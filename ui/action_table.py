"""Everything a person can do in the window, in one table. Menus, keys, palette and docs/keyboard.md come from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ui.reading.shown import KINDS, STATUSES
from ui.wording import ANSWER_KEYS, letter

VIEW, THEME, ADVANCE, CALM = "view", "theme", "advance", "calm"

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `slot` is a dotted path from the window to the method that does it, called with `argument`
    when there is one.

    Unmodified letters and digits reach a text field first: fields claim the keys they can type. `views_only` keys
    work in the list and the reading area alone, so that Space still presses a button and Enter still ends a line.
    `group` makes one of several checkable; an action that is `checkable` alone is a switch.
    """

    name: str
    menu: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    argument: str | int | None = None
    views_only: bool = False
    checkable: bool = False
    group: str = ""
    parted: bool = False  # a line stands above it in the menu


def _case() -> Iterable[Action]:
    return (
        Action("new_case", "Case", "New case…", "cases.new", ("Ctrl+N",), "Begin a case with no articles"),
        Action("open_case", "Case", "Open case…", "cases.open", ("Ctrl+Shift+O",), "All cases with their counts"),
        Action(
            "open_beside", "Case", "Open in a new window…", "cases.open_beside", ("Ctrl+Shift+N",),
            "Another case beside this one",
        ),
        Action("sample_case", "Case", "Open the sample case", "cases.open_sample", (), "Two accounts of one rebuke"),
        Action("rename_case", "Case", "Rename case…", "cases.rename", ("F2",), "Give the open case another name"),
        Action("delete_case", "Case", "Delete case…", "cases.delete", (), "Delete the open case, after asking"),
        Action(
            "add_articles", "Case", "Add articles…", "cases.add_articles", ("Ctrl+O",),
            "Read files into the case; they can also be dropped onto the window", parted=True,
        ),
        Action(
            "article_details", "Case", "Article details…", "cases.edit_article", ("Ctrl+I",),
            "Title, source and publication date, against which dates are resolved",
        ),
        Action(
            "revise_article", "Case", "Correct the text of an article…", "hand.revising.ask", (),
            "From a file; the earlier text is kept, and what was done on its words is found again",
        ),
        Action("remove_article", "Case", "Remove article…", "cases.remove_article", (), "Take one out of the case"),
        Action("analyse", "Case", "Analyse again", "cases.analyse", ("F5",), "Find the claims and conflicts anew"),
        Action(
            "export_report", "Case", "Export report…", "cases.export", ("Ctrl+E", "Ctrl+S"),
            "One HTML file that a colleague can check without the program", parted=True,
        ),
        Action(
            "export_case", "Case", "Export the case…", "exchange.export", ("Ctrl+Shift+E",),
            "One file, for a colleague or another computer; what is done there can be merged back",
        ),
        Action(
            "merge_case", "Case", "Merge a case file…", "exchange.merge", (),
            "What somebody else did, beside what you did; nothing is replaced",
        ),
        Action("backups", "Case", "Backups…", "safety.show_backups", (), "Copies of all cases, and a way back to one"),
        Action("reviewer", "Case", "Reviewer…", "cases.name_reviewer", (), "The name that stands under your verdicts"),
        Action(
            "palette", "Case", "Commands…", "program.show_palette", ("Ctrl+K",),
            "All that can be done or gone to, by name", parted=True,
        ),
        Action(
            "preferences", "Case", "Preferences…", "program.show_preferences", ("Ctrl+,",),
            "Language, theme, text size",
        ),
        Action("close", "Case", "Close the window", "close", ("Ctrl+W",), parted=True),
        Action("quit", "Case", "Quit", "quit", ("Ctrl+Q",), "Everything is saved already"),
    )  # fmt: skip


def _view() -> Iterable[Action]:
    return (
        Action(
            "view_reading", "View", "Reading", "show_view", ("Ctrl+1",), "The articles side by side", "reading",
            checkable=True, group=VIEW,
        ),
        Action(
            "view_matrix", "View", "Matrix", "show_view", ("Ctrl+2",), "What each source says to each question",
            "matrix", checkable=True, group=VIEW,
        ),
        Action(
            "view_timeline", "View", "Timeline", "show_view", ("Ctrl+3",), "Every date on one axis, event by event",
            "timeline", checkable=True, group=VIEW,
        ),
        Action(
            "card", "View", "Compare the sources", "drawer.set_open", ("C",), "What each says, in a drawer below",
            checkable=True, parted=True,
        ),
        Action(
            "copy_comparison", "View", "Copy the comparison", "card.copy_text", ("Ctrl+Shift+C",),
            "What each source says, as plain text",
        ),
        Action("calm", "View", "Show what agrees or stands alone", "show_calm", checkable=True),
        Action("next_conflict", "Go to", "Next conflict", "conflicts.step", ("J",), argument=1),
        Action("previous_conflict", "Go to", "Previous conflict", "conflicts.step", ("K",), argument=-1),
        Action("next_undecided", "Go to", "Next undecided", "judging.step_undecided", ("Shift+J",), argument=1),
        Action(
            "previous_undecided", "Go to", "Previous undecided", "judging.step_undecided", ("Shift+K",), argument=-1,
        ),
        Action(
            "level", "Go to", "Level the passages", "reading.level_passages", ("Return", "Enter", "Space"),
            "Bring the passages of the chosen conflict to one height", views_only=True, parted=True,
        ),
        Action("next_overlap", "Go to", "Next overlapping claim", "reading.cycle_overlap", ("]",), argument=1),
        Action("previous_overlap", "Go to", "Previous overlapping claim", "reading.cycle_overlap", ("[",), argument=-1),
        Action(
            "back", "Go to", "Back to the list", "go_back", ("Esc",), "Once more: a message goes, then the filter",
            parted=True,
        ),
    )  # fmt: skip


def _finding() -> Iterable[Action]:
    return (
        Action(
            "search", "Find", "Search…", "searching.search_here", ("Ctrl+F",), "Words or patterns in the open case",
        ),
        Action(
            "search_all", "Find", "Search all cases…", "searching.search_everywhere", ("Ctrl+Shift+F",),
            "Words or patterns in every case",
        ),
        Action("next_found", "Find", "Next place found", "searching.step", ("F3",), argument=1),
        Action("previous_found", "Find", "Previous place found", "searching.step", ("Shift+F3",), argument=-1),
        Action("filter", "Filter the list", "Filter the conflicts", "focus_filter", ("/",)),
        Action(
            "filter_by", "Filter the list", "Filter by…", "conflicts.filters.open_choices", ("F",),
            "Kind, verdict, rating, source",
        ),
        Action("clear_filter", "Filter the list", "Show the whole list", "conflicts.filters.clear"),
    )  # fmt: skip


def _panes() -> Iterable[Action]:
    return (
        Action("next_pane", "Panes", "Next pane", "reading.focus_next_pane", ("F6",), argument=1),
        Action("previous_pane", "Panes", "Previous pane", "reading.focus_next_pane", ("Shift+F6",), argument=-1),
        *(
            Action(
                f"pane_{n + 1}", "Panes", f"Article {letter(n)}", "reading.focus_pane", (f"Alt+{n + 1}",), "", n,
                parted=not n,
            )
            for n in range(6)
        ),
        Action(
            "claims_list", "Panes", "Claims of the article…", "reading.pointing.list_focused", ("L",),
            "All its claims in a list, to go to", parted=True,
        ),
        Action(
            "scroll_together", "Panes", "Scroll together", "reading.tandem.set_on", ("S",),
            "Where the articles tell things in the same order", checkable=True,
        ),
        Action(
            "move_left", "Panes", "Move the article left", "reading.shifting.move", ("Alt+Shift+Left",),
            "Its letter stays; its heading can also be dragged", argument=-1, parted=True,
        ),
        Action(
            "move_right", "Panes", "Move the article right", "reading.shifting.move", ("Alt+Shift+Right",),
            "Its letter stays; its heading can also be dragged", argument=1,
        ),
        Action(
            "hide_article", "Panes", "Hide the article", "reading.shifting.hide_focused", ("H",),
            "It stays in the case and in every comparison",
        ),
        Action("show_articles", "Panes", "Show all articles", "reading.shifting.show_all", ("Shift+H",)),
    )  # fmt: skip


def _marks() -> Iterable[Action]:
    statuses = ((f"marks_{name}", text, name) for name, (text, _) in STATUSES.items())
    kinds = ((f"marks_{name}", text, name) for name, text in KINDS.items())
    return (
        *(
            Action(name, "Marks", text, "reading.toggle_marks", argument=argument, checkable=True)
            for name, text, argument in statuses
        ),
        *(
            Action(
                name, "Marks", text, "reading.toggle_marks", argument=argument, checkable=True,
                parted=argument == next(iter(KINDS)),
            )
            for name, text, argument in kinds
        ),
        Action("all_marks", "Marks", "Show all marks", "reading.show_all_marks", parted=True),
    )  # fmt: skip


def _looks() -> Iterable[Action]:
    return (
        Action("larger", "Text size", "Larger text", "text_size.step", ("Ctrl++", "Ctrl+="), argument=1),
        Action("smaller", "Text size", "Smaller text", "text_size.step", ("Ctrl+-",), argument=-1),
        Action("usual_size", "Text size", "Usual text size", "text_size.reset", ("Ctrl+0",)),
        *(
            Action(f"theme_{name}", "Theme", text, "appearance.choose", argument=name, checkable=True, group=THEME)
            for name, text in (("light", "Light"), ("dark", "Dark"), ("system", "As the system"))
        ),
    )  # fmt: skip


def _claims() -> Iterable[Action]:
    return (
        Action(
            "mark_claim", "By hand", "Mark as a claim…", "hand.mark", ("M",),
            "The selected words: of what kind they are and what they answer",
        ),
        Action(
            "note_words", "By hand", "Note on these words…", "hand.note", ("Shift+N",),
            "On the selected words, or on those of the claim you are at",
        ),
        Action(
            "caret", "By hand", "Caret in the words", "reading.pointing.toggle_caret", ("F7",),
            "The arrows move it, Shift with them selects",
        ),
        Action(
            "correct_claim", "By hand", "Correct the claim…", "hand.correct", ("E",),
            "What it states, who said it, what it is about", parted=True,
        ),
        Action("refuse_claim", "By hand", "Not a claim", "hand.refuse", ("X",), "The program took the words for one"),
        Action(
            "link_claim", "By hand", "Answers another question…", "hand.answer", ("A",),
            "Choose the question; the one chosen in the list stands first",
        ),
        Action(
            "part_claim", "By hand", "Set apart from its question", "hand.set_apart", ("D",),
            "It answers a question of its own",
        ),
        Action(
            "join_questions", "By hand", "Join the questions…", "hand.join", ("G",),
            "Those of the rows that are chosen in the list", parted=True,
        ),
        Action(
            "split_question", "By hand", "Split the question…", "hand.split", ("Shift+G",),
            "Some of its claims answer another one",
        ),
        Action(
            "lost_words", "By hand", "What has lost its words…", "hand.tending.show_tray", ("Shift+T",),
            "To be placed again, or taken away", parted=True,
        ),
        Action(
            "case_rules", "By hand", "Rules of the case…", "hand.ruling.show_rules", (),
            "Differences that are no conflict in this case",
        ),
    )  # fmt: skip


def _verdict() -> Iterable[Action]:
    return (
        *(
            Action(f"verdict_{key}", "Verdict", f"The {nth} answer is right", "verdict.press", (key,), argument=key)
            for key, nth in zip(ANSWER_KEYS, ORDINALS, strict=True)
        ),
        *(
            Action(
                f"also_{key}", "Several answers", f"The {nth} answer is right as well", "verdict.press_beside",
                (f"Ctrl+Shift+{key}",), "Beside those that are; once more, and it is not", key,
            )
            for key, nth in zip(ANSWER_KEYS, ORDINALS, strict=True)
        ),
        Action("verdict_3", "Verdict", "All can hold", "verdict.press", ("3",), argument="3", parted=True),
        Action("verdict_4", "Verdict", "None of them is right", "verdict.press", ("4",), argument="4"),
        Action("verdict_5", "Verdict", "Can’t tell", "verdict.press", ("5",), argument="5"),
        Action("verdict_0", "Verdict", "Not a conflict", "verdict.press", ("0",), argument="0"),
        Action(
            "ground", "Verdict", "Not a conflict, because…", "verdict.choose_ground", ("B",),
            "Why claims that differ are no conflict", parted=True,
        ),
        Action("note", "Verdict", "Write a note", "verdict.write_note", ("N",)),
        Action(
            "record", "Verdict", "Record", "dossier.show_page", ("R",),
            "The claim, its rating, its evidence, and why", "record", checkable=True,
        ),
        Action(
            "talk", "Verdict", "Talk", "dossier.show_page", ("T",),
            "What everybody decided, second readings, comments", "talk", checkable=True,
        ),
        Action(
            "history", "Verdict", "History", "dossier.show_page", ("Ctrl+H",),
            "All that was ever done on the question; an earlier verdict can be restored", "history", checkable=True,
        ),
        Action("assign", "Verdict", "Assign…", "team.assign", ("Shift+A",), "Who is to judge the chosen rows"),
        Action(
            "agreement", "Verdict", "Agreement between reviewers…", "team.show_agreement", (),
            "How far two of them agree, and where they do not",
        ),
        Action(
            "save_page", "Verdict", "Save the record", "dossier.save_page", ("Ctrl+Return", "Ctrl+Enter"),
            "What is typed in the column at the right",
        ),
        Action("undo", "Verdict", "Undo", "bridge.ledger.undo", ("Ctrl+Z",), "What you did last in this case"),
        Action(
            "redo", "Verdict", "Redo", "bridge.ledger.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "What you took back last",
        ),
        Action(
            ADVANCE, "Verdict", "Go on to the next undecided", "set_advance", tip="After every verdict", checkable=True
        ),
    )  # fmt: skip


def _help() -> Iterable[Action]:
    return (
        Action("keys", "Help", "All keys…", "program.show_keys", ("?",), "Shows them and changes them"),
        Action("tour", "Help", "Show the tour", "program.show_tour", (), "Five tips, from the first"),
        Action("about", "Help", "About Factcheck", "program.show_about"),
    )


ICONS = {
    "new_case": "new-case",
    "open_case": "open",
    "add_articles": "add-article",
    "article_details": "provenance",
    "analyse": "analyse",
    "export_report": "report",
    "reviewer": "person",
    "next_conflict": "next",
    "previous_conflict": "previous",
    "note": "note",
    "undo": "undo",
    "keys": "keys",
    "about": "information",
}

ACTIONS: tuple[Action, ...] = (
    *(*_case(), *_view(), *_finding(), *_panes(), *_marks(), *_looks()),
    *(*_claims(), *_verdict(), *_help()),
)

# Where a submenu hangs, and above which of them a line stands.
SUBMENUS = {
    **dict.fromkeys(("Go to", "Find", "Filter the list", "Panes", "Marks", "Text size", "Theme"), "View"),
    "Several answers": "Verdict",
}
PARTED = frozenset({"Go to", "Panes", "Text size"})
