CREATE TABLE `test_links` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `test_links_token` ON `test_links` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `test_links_questionnaire` ON `test_links` (`questionnaire_id`);