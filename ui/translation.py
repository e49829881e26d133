"""The window's words in another language: gettext catalogues under resources/translations, one `.po` a language.

English is the language of the source. What the core says about the articles (questions, reasons) is English like the
articles it reads. The catalogues are kept by `.ci/translations.py`.
"""

from __future__ import annotations

import gettext
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

SOURCE = "en"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def languages() -> dict[str, str]:
    """Code -> the language's own name, English first: {"en": "English", "de": "Deutsch"}."""
    from babel import Locale  # only the preferences ask

    shipped_codes = sorted(path.stem for path in shipped("resources/translations").glob("*.po"))
    return {code: (Locale.parse(code).display_name or code).capitalize() for code in (SOURCE, *shipped_codes)}


def use(language: str) -> None:
    """Speak this language from now on; one that is not shipped is English. Widgets made before keep their words."""
    global _catalogue
    path = shipped("resources/translations") / f"{language}.po"
    if language == SOURCE or not path.is_file():
        _catalogue = gettext.NullTranslations()
        return
    from babel.messages.mofile import write_mo  # not needed for English
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as lines:
        write_mo(compiled, read_po(lines, locale=language))
    compiled.seek(0)
    _catalogue = gettext.GNUTranslations(compiled)


def use_in(app: QCoreApplication, language: str) -> None:
    """Speak this language, Qt's own words ("Cancel", "Ctrl") included."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    use(language)
    if language != SOURCE:
        QLocale.setDefault(QLocale(language))
        own = QTranslator(app)
        if own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(own)


def tr(text: str, **values: object) -> str:
    """The text in the chosen language, its {names} filled in afterwards."""
    said = _catalogue.gettext(text) if text else text
    return said.format(**values) if values else said


def trn(one: str, many: str, count: int, **values: object) -> str:
    """The same for a text that depends on a count: trn("{count} article", "{count} articles", 3)."""
    return _catalogue.ngettext(one, many, count).format(count=count, **values)


def mark(text: str) -> str:
    """A text of a table, to be translated where it is shown: tr(entry.text)."""
    return text
