CREATE TABLE `theme_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`response_id` text NOT NULL,
	`question` text NOT NULL,
	`coder` text NOT NULL,
	`theme_ids` text NOT NULL,
	`coded_at` integer NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `theme_codes_reading` ON `theme_codes` (`response_id`,`question`,`coder`);--> statement-breakpoint
CREATE INDEX `theme_codes_study` ON `theme_codes` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`merged_into` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `themes_study` ON `themes` (`workspace_id`,`study_id`);