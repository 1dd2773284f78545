#!/bin/sh
# Runs once, while PostgreSQL's volume is still empty: a role for the silos that owns one database and nothing else.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v password="$(cat /run/secrets/ledger-password)" <<'SQL'
CREATE ROLE silo LOGIN PASSWORD :'password';
CREATE DATABASE aggregation OWNER silo ENCODING 'UTF8' TEMPLATE template0;
SQL
