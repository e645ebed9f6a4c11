ALTER TABLE "companies" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "tags" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "contact_id" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "invitation_id" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "import_id" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "review" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "review_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reviewed_at" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reviewed_by" text;