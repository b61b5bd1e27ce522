alter table movement add primary key (entry, sequence);
