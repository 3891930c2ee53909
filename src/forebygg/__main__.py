"""`forebygg`, also as `python -m forebygg`."""

from forebygg.cli.app import main

if __name__ == "__main__":
    main()
