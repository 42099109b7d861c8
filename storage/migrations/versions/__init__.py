"""The migrations, one a file, in order. Once released, a migration is never changed."""
