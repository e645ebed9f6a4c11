ALTER TABLE `report_shares` ADD `filter` text;--> statement-breakpoint
ALTER TABLE `report_snapshots` ADD `filter` text;