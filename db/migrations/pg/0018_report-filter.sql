ALTER TABLE "report_shares" ADD COLUMN "filter" json;--> statement-breakpoint
ALTER TABLE "report_snapshots" ADD COLUMN "filter" json;