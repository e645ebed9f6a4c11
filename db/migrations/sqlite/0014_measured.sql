ALTER TABLE `comparison_settings` ADD `pairs` text;--> statement-breakpoint
ALTER TABLE `feature_cells` ADD `amount` real;--> statement-breakpoint
ALTER TABLE `features` ADD `measure` text;