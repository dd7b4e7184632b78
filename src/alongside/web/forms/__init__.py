"""Forms: a module or a folder a topic. The only place in web that may import models."""
