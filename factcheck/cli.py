"""The command line: the same verbs as the window, for scripts. docs/command-line.md describes it."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.errors import FactcheckError, UnreadableFile
from factcheck.settings import chosen_models
from factcheck.values import Analysis, Article

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

DESCRIPTION = """\
factcheck [CASE | FILE...]                open the workbench (no argument: the last case, at first the sample case)
factcheck analyze FILE...                 print where the accounts cannot all be true
factcheck extract FILE.jsonl              one article a line in, its claims a line out, in order
factcheck report CASE|FILE... -o PATH     write a report
factcheck export CASE -o FILE             write a case with all that was decided as one file
factcheck merge FILE...                   take such files in; what two people did apart comes together
factcheck evaluate FOLDER...              score against annotated articles

`factcheck COMMAND --help` tells more. Exit status: 0 fine, 1 the work failed (one line says where), 2 usage."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments and arguments[0] in COMMANDS:
            asked = _parser(arguments[0]).parse_args(arguments[1:])
            return COMMANDS[arguments[0]](asked)
        if arguments and arguments[0] in {"-h", "--help"}:
            _say(DESCRIPTION)
            return 0
        if arguments and arguments[0] == "--version":
            _say(f"factcheck {__version__}")
            return 0
        return _open_window(arguments)
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output went away ("| head"); there is nobody left to tell.
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"factcheck {command}", description=COMMANDS[command].__doc__)
    if command == "analyze":
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=("table", "json"), default="table")
        _model_options(parser)
        _published_option(parser)
    elif command == "extract":
        parser.add_argument("file", metavar="FILE.jsonl", type=Path)
    elif command == "report":
        parser.add_argument("sources", nargs="+", metavar="CASE|FILE")
        parser.add_argument("-o", "--output", required=True, type=Path, metavar="PATH")
        parser.add_argument("--format", choices=("html",), default="html")
        parser.add_argument("--database", metavar="URL")
        _published_option(parser)
    elif command == "export":
        parser.add_argument("case", metavar="CASE", help="its id or its name")
        parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
        parser.add_argument("--database", metavar="URL")
    elif command == "merge":
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--database", metavar="URL")
    else:
        parser.add_argument("folders", nargs="+", metavar="FOLDER", type=Path)
        parser.add_argument("--list", action="store_true", help="name every miss and every false alarm")
        _model_options(parser)
    return parser


def _model_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--meaning", action="store_true", help="group what is told in other words (needs the extra “semantic”)"
    )
    parser.add_argument(
        "--entailment", metavar="FOLDER", help="a second opinion on statements from your own ONNX model of entailment"
    )


def _published_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        action="append",
        default=[],
        type=_file_and_date,
        metavar="FILE=DATE",
        help="the publication date of one file (ISO), against which its dates are resolved",
    )


def _file_and_date(text: str) -> tuple[str, date]:
    file, _, day = text.rpartition("=")
    try:
        return file, date.fromisoformat(day)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not FILE=YYYY-MM-DD") from None


# --- commands -------------------------------------------------------------------------------------


def analyze(asked: argparse.Namespace) -> int:
    """Find the claims of several accounts of one event, and where they cannot all be true."""
    from factcheck.analysis.parsing import Parser
    from factcheck.analysis.pipeline import analyse

    articles, failed = _read(asked.files, asked.published)
    aid, unusable = _aid(asked)
    analysis = aid(articles, analyse(articles, Parser(), _Counter("reading")))
    if asked.format == "json":
        from factcheck.codec import analysis_to_json

        _print_json(analysis_to_json(articles, analysis))
    else:
        from factcheck.reports import text

        _say(text.render(articles, analysis, shutil.get_terminal_size((100, 24)).columns))
    return 1 if failed or unusable else 0


def extract(asked: argparse.Namespace) -> int:
    """Read one article a line, print its claims a line, in the same order."""
    from factcheck.analysis.parsing import Parser
    from factcheck.analysis.pipeline import extract_all
    from factcheck.codec import extraction_to_json
    from factcheck.intake import read_lines

    failed = False
    progress = _Counter("extracting")

    def readable() -> Iterable[Article | str]:
        for number, line in enumerate(read_lines(asked.file)):
            progress.step(number, number + 1)
            yield line

    for outcome in extract_all(readable(), Parser()):
        if isinstance(outcome, str):
            failed = True
            print(f"factcheck: {outcome}", file=sys.stderr)
            _print_json({"claims": [], "problems": [{"article": None, "message": outcome}]})
        else:
            _print_json(extraction_to_json(*outcome))
    return 1 if failed else 0


def report(asked: argparse.Namespace) -> int:
    """Write the report of a case in the store, or of files analysed now."""
    if len(asked.sources) == 1 and not Path(asked.sources[0]).exists():
        return _report_case(asked)
    from factcheck.analysis.parsing import Parser
    from factcheck.analysis.pipeline import analyse
    from factcheck.reports import write_case
    from factcheck.values import Case

    articles, failed = _read([Path(s) for s in asked.sources], asked.published)
    analysis = analyse(articles, Parser(), _Counter("reading"))
    write_case(asked.output, Case("", asked.output.stem, tuple(articles), analysis))
    _say(asked.output)
    return 1 if failed else 0


def _report_case(asked: argparse.Namespace) -> int:
    from factcheck.workspace import Workspace

    (source,) = asked.sources
    with Workspace(asked.database) as workspace:
        named = _case_named(workspace, source)
        if named is None:
            raise FactcheckError(f"{source}: neither a case in the store nor a file")
        _say(workspace.export_report(named, asked.output))
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write a case, with its articles and all that was decided about them, as one file that another store can merge."""
    from factcheck.workspace import Workspace

    with Workspace(asked.database) as workspace:
        named = _case_named(workspace, asked.case)
        if named is None:
            raise FactcheckError(f"{asked.case}: no case in the store has this id or name")
        _say(workspace.export_case(named, asked.output))
    return 0


def merge(asked: argparse.Namespace) -> int:
    """Take in case files: each into the case it is about, or as a new one. A file is taken in whole or not at all."""
    from factcheck.workspace import Workspace

    failed = False
    with Workspace(asked.database) as workspace:
        for file in asked.files:
            try:
                merged = workspace.merge_case(file)
            except UnreadableFile as error:
                failed = True
                print(f"factcheck: {error}", file=sys.stderr)
                continue
            for problem in merged.problems:
                print(f"factcheck: {file}: {problem}", file=sys.stderr)
            _say(merged)
    return 1 if failed else 0


def _case_named(workspace: Workspace, source: str) -> str | None:
    """The case with this id or name, the last opened of several."""
    return next((case.id for case in workspace.cases() if source in {case.id, case.name}), None)


def evaluate(asked: argparse.Namespace) -> int:
    """Score the program against folders of annotated articles, and print the tables."""
    from factcheck.evaluation.tables import evaluate_folder

    aid, unusable = _aid(asked)
    for folder in asked.folders:
        for line in evaluate_folder(folder, listing=asked.list, progress=_Counter("scoring"), aid=aid):
            _say(line)
    return 1 if unusable else 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "analyze": analyze,
    "extract": extract,
    "report": report,
    "export": export,
    "merge": merge,
    "evaluate": evaluate,
}


def _open_window(arguments: list[str]) -> int:
    # The core does not know the window: whoever provides one registers it as an entry point.
    found = list(entry_points(group="factcheck.window"))
    if not found:
        raise FactcheckError("no window is installed; see `factcheck --help` for the commands that need none")
    return int(found[0].load()(arguments))


# --- reading and printing -------------------------------------------------------------------------


def _aid(asked: argparse.Namespace) -> tuple[Callable[[Sequence[Article], Analysis], Analysis], bool]:
    """What adds to an analysis what the models asked for know, and whether one is unusable (said on standard error)."""
    models = chosen_models(asked.meaning, asked.entailment)
    if not models:
        return (lambda _, analysis: analysis), False
    from factcheck.semantics.aids import aided, load

    aids = load(models)
    for problem in aids.problems:
        print(f"factcheck: {problem}", file=sys.stderr)
    return (lambda articles, analysis: aided(articles, analysis, aids)), bool(aids.problems)


def _read(paths: Sequence[Path], published: Sequence[tuple[str, date]]) -> tuple[list[Article], bool]:
    """The articles of the files, and whether any file failed (each said on standard error)."""
    from factcheck.intake import read_files

    intake = read_files(paths)
    for problem in intake.problems:
        print(f"factcheck: {problem}", file=sys.stderr)
    articles = list(intake.articles)
    for file, day in published:
        matching = [n for n, a in enumerate(articles) if a.path and Path(a.path) == Path(file)]
        if not matching:
            raise FactcheckError(f"--published {file}={day}: no such file among the articles")
        for n in matching:
            known = articles[n].provenance
            inferred = tuple(field for field in known.inferred if field != "published")
            articles[n] = replace(articles[n], provenance=replace(known, published=day, inferred=inferred))
    if not articles:
        raise FactcheckError("no article could be read")
    return articles, bool(intake.problems)


def _print_json(value: object) -> None:
    # JSON is UTF-8, and where standard output is not, plain ASCII with escapes is the same JSON.
    escaped = (sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}
    _say(json.dumps(value, ensure_ascii=escaped))


def _say(words: object) -> None:
    """One line or more on standard output, seen at once. Raises BrokenPipeError, FactcheckError when it cannot be."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(str(words).encode(encoding, "replace").decode(encoding), flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise FactcheckError(f"standard output: {(error.strerror or 'cannot be written').lower()}") from error


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere: Python would try to write it once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Counter:
    """Progress on standard error, and only to a terminal."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, doing: str = "") -> None:
        if self._shown:
            end = "\n" if done >= total else ""
            line = f"{doing} ({100 * done // total} %)" if doing else f"{self._doing} {done}/{total}"
            print(f"\r{line:<50}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
