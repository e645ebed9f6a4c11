ALTER TABLE "comparison_settings" ADD COLUMN "pairs" json;--> statement-breakpoint
ALTER TABLE "feature_cells" ADD COLUMN "amount" double precision;--> statement-breakpoint
ALTER TABLE "features" ADD COLUMN "measure" json;