DROP INDEX "contacts_email";--> statement-breakpoint
DROP INDEX "contacts_import";--> statement-breakpoint
-- Room on every page for a second state of each row: a file that says something anew of everybody then touches no index.
ALTER TABLE "contacts" SET (fillfactor = 50);
