CREATE TABLE `report_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`share_id` text,
	`chapter` text,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `report_comments_study` ON `report_comments` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `report_layouts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`layout` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`snapshot_id` text,
	`token` text NOT NULL,
	`name` text NOT NULL,
	`audience` text NOT NULL,
	`password_hash` text,
	`expires_at` integer,
	`revoked_at` integer,
	`views` integer DEFAULT 0 NOT NULL,
	`last_viewed_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_shares_token` ON `report_shares` (`token`);--> statement-breakpoint
CREATE INDEX `report_shares_study` ON `report_shares` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `report_snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`document` text NOT NULL,
	`shared` text NOT NULL,
	`bundle` text NOT NULL,
	`version` text NOT NULL,
	`responses` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `report_snapshots_study` ON `report_snapshots` (`workspace_id`,`study_id`);