CREATE TABLE `mail_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`unopened_days` integer NOT NULL,
	`unfinished_days` integer NOT NULL,
	`most` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`port` integer NOT NULL,
	`security` text NOT NULL,
	`username` text NOT NULL,
	`password` text NOT NULL,
	`from_name` text NOT NULL,
	`from_address` text NOT NULL,
	`reply_to` text NOT NULL,
	`per_minute` integer NOT NULL,
	`origin` text NOT NULL,
	`bounce_token` text NOT NULL,
	`updated_at` integer NOT NULL,
	`trouble` text DEFAULT '' NOT NULL,
	`paused_until` integer
);
--> statement-breakpoint
CREATE TABLE `mail_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_templates_once` ON `mail_templates` (`study_id`,`kind`,`role`,`language`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`round` integer NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_by` text DEFAULT '' NOT NULL,
	`claimed_at` integer,
	`sent_at` integer,
	`why` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`invitation_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message` ON `mails` (`message_id`);--> statement-breakpoint
CREATE INDEX `mails_queue` ON `mails` (`workspace_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_study` ON `mails` (`workspace_id`,`study_id`,`state`);--> statement-breakpoint
CREATE TABLE `quality_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`thresholds` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
