"""Rows that are never changed, and kept as long as what owns them: triggers, in the words of either store.

A refused change is an IntegrityError on both, and nothing of its transaction is kept.
"""

from alembic import op


def never_changed(table: str) -> None:
    """Refuse every update of a row of `table`."""
    words = f"a row of {table} is never changed"
    _trigger(table, "are_never_changed", "UPDATE", "TRUE", words)


def kept_with_owner(table: str, owner: str) -> None:
    """Refuse to delete a row of `table` while `owner` selects anything, a query that may name OLD.

    A whole case can still be deleted: its own row is gone before the triggers of its children run.
    """
    words = f"a row of {table} is kept as long as its case"
    _trigger(table, "are_kept", "DELETE", f"EXISTS ({owner})", words)


def released(table: str) -> None:
    """Take both triggers off again, before a migration changes the rows of `table` or drops it."""
    for name in ("are_never_changed", "are_kept"):
        if _on_postgresql():
            op.execute(f"DROP FUNCTION IF EXISTS {table}_{name}() CASCADE")  # its trigger goes with it
        else:
            op.execute(f"DROP TRIGGER IF EXISTS {table}_{name}")


def _trigger(table: str, name: str, change: str, refused: str, words: str) -> None:
    if not _on_postgresql():
        op.execute(
            f"CREATE TRIGGER {table}_{name} BEFORE {change} ON {table} WHEN {refused} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {refused} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN OLD; END $$"  # OLD lets a deletion go on; every update was refused
    )
    op.execute(
        f"CREATE TRIGGER {table}_{name} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_{name}()"
    )


def _on_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
