-- Rows of movements lie in the order of the log: a summary of each stretch of pages finds an entry, at no cost for the writer.
create index movement_of_entry on movement using brin (entry) with (pages_per_range = 16, autosummarize = on);

-- Holdings change in place; where their page has room no index has to know.
alter table holding set (fillfactor = 50);
alter table supply set (fillfactor = 20);
alter table activity set (fillfactor = 20);
alter table flow set (fillfactor = 50);
alter table settlement set (fillfactor = 80);
alter table settlement_party set (fillfactor = 80);
