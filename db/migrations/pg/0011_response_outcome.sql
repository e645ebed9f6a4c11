ALTER TABLE "invitations" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "outcome" text;