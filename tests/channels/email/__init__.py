"""Mail: what is composed, and handing it to a real SMTP server on this machine (`mail_server`)."""
