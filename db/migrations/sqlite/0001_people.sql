ALTER TABLE `companies` ADD `region` text;--> statement-breakpoint
ALTER TABLE `companies` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `contact_id` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `invitation_id` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `review` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `review_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `reviewed_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `reviewed_by` text;