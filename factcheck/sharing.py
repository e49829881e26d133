"""What goes between people, and between stores: case files, attachments, scales, and the changes of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.clocks import ahead_lines
from factcheck.errors import FactcheckError, UnreadableFile
from factcheck.opened import OpenedStore
from factcheck.scales import Scale, shipped_scales
from factcheck.storage import attachments, cases, changes, people, scales
from factcheck.values import Act, Case, Reviewer
from factcheck.values.cases import Changed


@dataclass(frozen=True, slots=True)
class Merged:
    """The case after a file was merged into it, and what came in.

    `made` says that the case is new here, `articles` how many came in, `acts` how many of each person. `problems` has
    one line for each thing that could not be united (what was here was kept), and for each clock that runs ahead.
    """

    case: Case
    made: bool
    articles: int
    acts: Mapping[str, int]
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        came = [f"{self.articles} article{'s' * (self.articles != 1)}"] if self.articles else []
        came += [f"{count} of {name}’s decisions and remarks" for name, count in self.acts.items()]
        return f"{self.case.name}: " + (", ".join(came) if came else "nothing new")


class Sharing(OpenedStore):
    """Part of the Workspace."""

    # --- case files -------------------------------------------------------------------------------

    def export_case(self, case_id: str, path: Path) -> Path:
        """Write the case as one file that another store can merge. Raises UnwritableFile, DamagedCase."""
        from factcheck import exchange
        from factcheck.storage.exchange import gather

        with self._reading() as session:
            case = gather(session, case_id)
        exchange.write(path, case)
        return path

    def merge_case(self, path: Path) -> Merged:
        """Take in a case file: into the case it is about, or as a new one. All of it or nothing.

        What is here is kept, what is not is added; the same file again changes nothing. Raises UnreadableFile.
        """
        from factcheck import exchange
        from factcheck.storage.merging import merge

        file = exchange.read(path)
        with self._writing() as session:
            try:
                came = merge(session, file)
            except exchange.Untrue as error:
                raise UnreadableFile(str(path), f"does not fit what is here: {error}") from error
            case = cases.load(session, file.id)
        problems = (*came.problems, *ahead_lines(case.acts, came.acts))
        return Merged(case, came.made, came.articles, Counter(act.by.name for act in came.acts), problems)

    # --- attachments ------------------------------------------------------------------------------

    def attach(self, case_id: str, path: Path) -> tuple[str, str]:
        """Keep a file as evidence, 20 MB at most; its SHA-256 and its name. Raises UnreadableFile."""
        from factcheck.intake.files import content_of

        content = content_of(path)
        with self._writing() as session:
            cases.name(session, case_id)
            return attachments.keep(session, case_id, content), path.name

    def attachment(self, case_id: str, sha256: str) -> bytes:
        """A kept file as it was. Raises AttachmentNotFound, and DamagedCase when it was changed since."""
        with self._reading() as session:
            return attachments.content(session, case_id, sha256)

    # --- scales -----------------------------------------------------------------------------------

    def scales(self) -> tuple[Scale, ...]:
        """Every version of every scale: those that come with the program, then those that people made, by name."""
        with self._reading() as session:
            return (*shipped_scales(), *scales.kept(session))

    def keep_scale(self, scale: Scale) -> None:
        """Store a version of a scale, once. Raises FactcheckError when another one has its number."""
        with self._writing() as session:
            ours = {(one.id, one.version): one for one in shipped_scales()}.get((scale.id, scale.version))
            if not (ours == scale if ours else scales.keep(session, scale)):
                raise FactcheckError(f"“{scale.name}” has another version {scale.version} already")

    # --- people -----------------------------------------------------------------------------------

    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everybody who can be assigned something, by name."""
        with self._reading() as session:
            return people.all_of_them(session)

    def add_reviewer(self, name: str) -> Reviewer:
        """Somebody of this name, who need not have worked here yet."""
        with self._writing() as session:
            return people.named(session, name)

    # --- the changes of others --------------------------------------------------------------------

    def changed(self, case: Case) -> Changed:
        """What others changed since the case was read or last brought up to date. Cheap: meant to be asked often."""
        with self._reading() as session:
            return changes.changed(session, case)

    def unseen(self, case: Case) -> tuple[Act, ...]:
        """The acts of others alone: all that what a person does next could miss."""
        with self._reading() as session:
            return changes.unseen(session, case)
