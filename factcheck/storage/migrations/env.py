"""How Alembic runs our migrations: on the connection it is given, inside the transaction that is already open."""

from alembic import context

from factcheck.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
