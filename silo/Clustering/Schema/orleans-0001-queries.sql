-- What Orleans' relational providers look up before anything else: the text of each statement under a name they know.
-- Table and columns are theirs; all other tables of these files are named and shaped by the statements alone.
CREATE TABLE OrleansQuery (
    QueryKey  text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);
