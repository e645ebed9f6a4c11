CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`vendor` text NOT NULL,
	`words` text NOT NULL,
	`channel` text NOT NULL,
	`role` text,
	`need` text,
	`feature_id` text,
	`link` text NOT NULL,
	`seen_on` text,
	`note` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claims_study` ON `claims` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`page` text NOT NULL,
	`search` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`study_id`,`name`);