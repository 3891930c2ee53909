"""The acts on a case; what lies in the modules behind may change."""

from forebygg.decisions.services.importing import Imported, import_papers

__all__ = ["Imported", "import_papers"]
