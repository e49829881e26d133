"""How Alembic runs our migrations: on the connection it is given, inside the transaction that is already open."""

from alembic import context
from sqlalchemy import Connection, text

from factcheck.storage.tables import Row


def compare_by_code_points(connection: Connection) -> None:
    """Let PostgreSQL order and compare every text as SQLite and Python do, whatever language the database speaks."""
    columns = connection.execute(
        text(
            "SELECT table_name, column_name, coalesce('(' || character_maximum_length || ')', '') AS length "
            "FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND data_type = 'character varying' AND collation_name IS NULL ORDER BY table_name"
        )
    )
    changes: dict[str, list[str]] = {}
    for table, column, length in columns:
        changes.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE VARCHAR{length} COLLATE "C"')
    for table, wanted in changes.items():
        connection.execute(text(f'ALTER TABLE "{table}" {", ".join(wanted)}'))


connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
if connection.dialect.name == "postgresql":
    compare_by_code_points(connection)
