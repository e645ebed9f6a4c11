ALTER TABLE `invitations` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `outcome` text;