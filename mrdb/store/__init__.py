"""SQLModel: tables, database, reading (rows to domain), writing (domain to rows). Rows never leave this package."""
