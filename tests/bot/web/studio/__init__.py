"""The studio over HTTP: who may, what is kept, what is refused, and what customers read afterwards."""
