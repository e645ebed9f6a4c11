CREATE TABLE `questionnaire_states` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`revision` integer NOT NULL,
	`draft` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`stretch` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_states_stretch` ON `questionnaire_states` (`questionnaire_id`,`saved_by`,`stretch`);