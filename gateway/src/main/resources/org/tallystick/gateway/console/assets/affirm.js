// affirm
